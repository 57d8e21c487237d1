import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeGlobalId, globalId, readReference, readTypedReference } from '../../src/domain/global-id.ts'
import { isSlug } from '../../src/domain/slug.ts'

const UUID = '0197f3a0-1c2d-7abc-8def-0123456789ab'
const anyType = fc.constantFrom(
  'Meeting',
  'Participant',
  'Statement',
  'Agreement',
  'Issue',
  'Topic',
  'Source',
  'AgreementEvent',
  'Change',
)

describe('globalId', () => {
  it('is read back as the same type and UUID', () => {
    fc.assert(
      fc.property(anyType, fc.uuid(), (type, id) => {
        expect(decodeGlobalId(globalId(type, id))).toEqual({ type, id })
      }),
    )
  })

  it('is never a slug', () => {
    fc.assert(
      fc.property(anyType, fc.uuid(), (type, id) => {
        expect(isSlug(globalId(type, id))).toBe(false)
      }),
    )
  })

  it('differs between types for the same UUID', () => {
    expect(globalId('Meeting', UUID)).not.toBe(globalId('Topic', UUID))
  })

  it('stays what it has always been', () => {
    expect(globalId('Meeting', UUID)).toBe('M_AZfzoBwteryN7wEjRWeJqw')
  })

  it.each(['', 'x', UUID.slice(1), `${UUID}0`, UUID.replace('a', 'g')])('throws for %j', (text) => {
    expect(() => globalId('Meeting', text)).toThrow(RangeError)
  })
})

describe('decodeGlobalId', () => {
  const id = globalId('Meeting', UUID)

  it.each([
    '',
    'M_',
    id.slice(0, -1),
    `${id}A`,
    `${id}=`,
    `${id}\n`,
    `X${id.slice(1)}`,
    `m${id.slice(1)}`,
    id.replace('_', '-'),
    // The last digit carries two bits: this one sets one of the four that are not used.
    `${id.slice(0, -1)}x`,
    `${id.slice(0, -2)}+w`,
    UUID,
    'trump-putin-hamburg-2017',
    btoa('Meeting:1'),
  ])('knows nothing of %j', (text) => {
    expect(decodeGlobalId(text)).toBeNull()
  })

  it('reads only what globalId writes, letter for letter', () => {
    const nearly = fc.tuple(fc.constantFrom(...'MPSAITREXm'), fc.stringMatching(/^[A-Za-z0-9_-]{22}$/))
    fc.assert(
      fc.property(nearly, ([letter, rest]) => {
        const text = `${letter}_${rest}`
        const decoded = decodeGlobalId(text)
        if (decoded) expect(globalId(decoded.type, decoded.id)).toBe(text)
      }),
    )
  })
})

describe('readReference', () => {
  it('takes a global ID of the type', () => {
    expect(readReference(globalId('Meeting', UUID), 'Meeting')).toEqual({ id: UUID })
  })

  it('takes a slug', () => {
    expect(readReference('hamburg-2017', 'Meeting')).toEqual({ slug: 'hamburg-2017' })
  })

  it('does not take the global ID of another type', () => {
    expect(readReference(globalId('Topic', UUID), 'Meeting')).toBeNull()
  })

  it('does not take a slug for what has none', () => {
    expect(readReference('hamburg-2017', 'AgreementEvent')).toBeNull()
  })

  it.each(['', 'Hamburg', 'Meeting:hamburg-2017', 'x'.repeat(301)])('does not take %j', (text) => {
    expect(readReference(text, 'Meeting')).toBeNull()
  })
})

describe('readTypedReference', () => {
  it('takes a global ID of any type', () => {
    expect(readTypedReference(globalId('AgreementEvent', UUID))).toEqual({ type: 'AgreementEvent', id: UUID })
  })

  it('takes a type with a slug', () => {
    expect(readTypedReference('Meeting:hamburg-2017')).toEqual({ type: 'Meeting', slug: 'hamburg-2017' })
  })

  it.each([
    '',
    'hamburg-2017',
    ':hamburg-2017',
    'Meeting:',
    'Meeting:Hamburg',
    'meeting:hamburg-2017',
    'AgreementEvent:hamburg-2017',
    'constructor:hamburg-2017',
    'Meeting:a:b',
    `Meeting:${'a'.repeat(300)}`,
  ])('does not take %j', (text) => {
    expect(readTypedReference(text)).toBeNull()
  })
})
