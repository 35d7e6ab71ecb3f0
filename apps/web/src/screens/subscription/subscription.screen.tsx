export function SubscriptionScreen() {
  return null;
}
