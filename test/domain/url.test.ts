import { describe, expect, it } from 'vitest'
import { isUrl, MAX_URL_LENGTH } from '../../src/domain/url.ts'

describe('isUrl', () => {
  it.each([
    'https://example.org',
    'http://example.org:8080/a?b=c#d',
    'HTTPS://EXAMPLE.ORG/',
    'https://пример.рф/страница',
    'https://[::1]/',
  ])('accepts %s', (text) => {
    expect(isUrl(text)).toBe(true)
  })

  it.each([
    '',
    'example.org',
    '/path',
    '//example.org',
    'https:example.org',
    'https://',
    'https:///example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://example.org/a b',
    ' https://example.org',
    'https://example.org/\n',
    'https://example.org/\u0000',
    'https://example.org/\u202e',
    'https://example.org/\ud800',
    `https://example.org/${'a'.repeat(MAX_URL_LENGTH)}`,
  ])('refuses %j', (text) => {
    expect(isUrl(text)).toBe(false)
  })
})
