import { isPublicAddress, isSurelyPrivate, literalAddress } from './address-rules.ts';

describe('a public address', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '100.100.100.200',
      '127.0.0.1',
      '127.255.255.254',
      '169.254.169.254',
    ],
    ...['172.16.0.1', '172.31.255.255', '192.0.0.192', '192.168.1.1', '198.18.0.1', '224.0.0.1', '240.0.0.1'],
    ...['255.255.255.255', '168.63.129.16', '192.0.2.1', '203.0.113.5'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:7f00:1'],
    ...['::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '::127.0.0.1'],
    ...['::7f00:1', '::2', '::ffff:0:7f00:1', '64:ff9b:1::7f00:1', '2001::7f00:1', 'fec0::1', '4000::1'],
    ...['2606:2800:220:1::5efe:7f00:1', '2606:2800:220:1:200:5efe:a00:1', 'fe80::1%eth0', '3fff::1'],
    ...['', 'localhost', '999.1.1.1'],
  ])('is not %p', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

it.each([
  ['http://127.0.0.1/', '127.0.0.1'],
  ['http://2130706433/', '127.0.0.1'],
  ['http://0x7f000001/', '127.0.0.1'],
  ['http://0177.1/', '127.0.0.1'],
  ['http://[::1]:8080/', '::1'],
  ['http://１２７.0.0.1/', '127.0.0.1'],
])('the literal of %s is %s', (url, literal) => {
  expect(literalAddress(new URL(url).hostname)).toBe(literal);
});

it.each([
  ['localhost', true],
  ['a.localhost', true],
  ['localhost.', true],
  ['example.org', false],
  ['notlocalhost', false],
  ['[::1]', true],
  ['93.184.216.34', false],
])('%s is surely private: %p', (host, expected) => {
  expect(isSurelyPrivate(host)).toBe(expected);
});
