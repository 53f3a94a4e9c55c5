import { expect, it } from 'vitest'
import { networkOf } from './network.ts'

it.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['240e:3a0:12:5600:1:2:3:4', '240e:3a0:12:5600::/64'],
  ['240e:3a0:12:5600::9', '240e:3a0:12:5600::/64'],
  ['240E:03A0:0012:5600::9', '240e:3a0:12:5600::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))
