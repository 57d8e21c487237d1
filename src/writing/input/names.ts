import { z } from 'zod'
import * as generated from '../../generated/prisma/enums.ts'

/** The enums of the record by their names. */
const enums = { ...generated }

export type EnumName = keyof typeof enums

/** Texts and numbers of one form. */
type FormName = 'EDTF' | 'URL' | 'CountryCode' | 'LanguageTag' | 'Date' | 'Int' | 'Float'

/** The objects within inputs. */
export type PartName =
  | 'PlaceInput'
  | 'ExternalIdInput'
  | 'CitationInput'
  | 'AttendanceInput'
  | 'OfficeInput'
  | 'PositionInput'
  | 'StatementLinkInput'
  | 'PartyInput'
  | 'ProvisionInput'
  | 'AgreementEventInput'

/** The names by which those who write know what a field takes; plain texts, yes or no, and references have none. */
export type TypeName = EnumName | FormName | PartName

/** The fields and objects that have a name; what they are for stands in zod's own `description` of them. */
export const typeNames = z.registry<{ name: TypeName }>()

/** The fields that are something where they are left out. */
export const defaults = z.registry<{ value: string | boolean }>()

/** A value of an enum of the record. */
export function enumValue<Name extends EnumName>(name: Name) {
  return z.enum(enums[name]).register(typeNames, { name })
}
