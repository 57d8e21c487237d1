import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import proxyAddr from 'proxy-addr'

/** Of a version 6 address, the bytes of the network: whoever has one has all of its addresses. */
const NETWORK_BYTES = 8

/**
 * Gives the address that a request came from, by which its sender is told from others: a network where it is of version 6.
 *
 * @param trusted the proxies whose `X-Forwarded-For` is believed; nobody's where there are none
 */
export function clientAddress(trusted: readonly string[]): (request: IncomingMessage) => string {
  const isTrusted = proxyAddr.compile([...trusted])
  return (request) => {
    // Of a connection that is gone already there is none.
    const address = request.socket.remoteAddress === undefined ? '' : proxyAddr(request, isTrusted)
    if (!ipaddr.isValid(address)) return address
    // A version 4 address may come as one of version 6.
    const parsed = ipaddr.process(address)
    if (parsed.kind() === 'ipv4') return parsed.toString()
    return Buffer.from(parsed.toByteArray().slice(0, NETWORK_BYTES)).toString('hex')
  }
}
