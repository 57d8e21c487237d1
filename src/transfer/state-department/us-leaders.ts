import type { Day } from '../../domain/day.ts'
import { fold } from '../../domain/folding.ts'

/** A president or vice president of the United States, with the years in which they came into office and left it. */
interface Leader {
  name: string
  surname: string
  from: number
  until: number
}

/** Presidents since the first trip on record. Source: https://history.state.gov/departmenthistory/people/by-year */
const PRESIDENTS = leaders(`
  Andrew Johnson 1865 1869; Ulysses Grant 1869 1877; Rutherford Hayes 1877 1881; James Garfield 1881 1881; Chester
  Arthur 1881 1885; Grover Cleveland 1885 1889; Benjamin Harrison 1889 1893; Grover Cleveland 1893 1897; William
  McKinley 1897 1901; Theodore Roosevelt 1901 1909; William Howard Taft 1909 1913; Woodrow Wilson 1913 1921; Warren
  Harding 1921 1923; Calvin Coolidge 1923 1929; Herbert Hoover 1929 1933; Franklin Roosevelt 1933 1945; Harry Truman
  1945 1953; Dwight Eisenhower 1953 1961; John Kennedy 1961 1963; Lyndon Johnson 1963 1969; Richard Nixon 1969 1974;
  Gerald Ford 1974 1977; Jimmy Carter 1977 1981; Ronald Reagan 1981 1989; George H. W. Bush 1989 1993; Bill Clinton
  1993 2001; George W. Bush 2001 2009; Barack Obama 2009 2017; Donald Trump 2017 2021; Joe Biden 2021 2025; Donald
  Trump 2025 2029
`)

/** Vice presidents since 1933. */
const VICE_PRESIDENTS = leaders(`
  John Garner 1933 1941; Henry Wallace 1941 1945; Harry Truman 1945 1945; Alben Barkley 1949 1953; Richard Nixon 1953
  1961; Lyndon Johnson 1961 1963; Hubert Humphrey 1965 1969; Spiro Agnew 1969 1973; Gerald Ford 1973 1974; Nelson
  Rockefeller 1974 1977; Walter Mondale 1977 1981; George H. W. Bush 1981 1989; Dan Quayle 1989 1993; Al Gore 1993
  2001; Dick Cheney 2001 2009; Joe Biden 2009 2017; Mike Pence 2017 2021; Kamala Harris 2021 2025; J. D. Vance 2025 2029
`)

function leaders(list: string): Leader[] {
  return list
    .trim()
    .split(/;\s*/)
    .map((line) => {
      const words = line.trim().split(/\s+/)
      const name = words.slice(0, -2)
      return {
        name: name.join(' '),
        surname: name.at(-1) ?? '',
        from: Number(words.at(-2)),
        until: Number(words.at(-1)),
      }
    })
}

/**
 * The name of the president or vice president of the United States whom a text calls by this title and name on a day;
 * null where it is nobody who had that office then, or a year before or, once they had left it, at any time after.
 */
export function usLeader({
  capacity,
  name,
  day,
}: {
  capacity: string
  name: string
  day: Day
}): string | null {
  const list = /^Vice President\b/.test(capacity)
    ? VICE_PRESIDENTS
    : /\bPresident\b/.test(capacity)
      ? PRESIDENTS
      : []
  const year = Number(day.slice(0, 4))
  const isFormer = /former/i.test(capacity)
  const words = [name, name.split(' ')[0] ?? ''].map(fold)
  const called = list.filter(
    ({ name, surname, from, until }) =>
      [fold(surname), fold(name), fold(name.replace(/ (?:\S\. )+/, ' '))].some((form) =>
        words.includes(form),
      ) && (isFormer ? until <= year : from - 1 <= year && year <= until),
  )
  // In the year of a change of office, whoever has it already or still.
  const holding = called.find(({ from, until }) => from < year && year < until) ?? called.at(-1)
  return holding?.name ?? null
}
