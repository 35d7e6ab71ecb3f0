/** The AWS SDK announces at each start when it will ask for a newer Node. */
export const QUIET = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
