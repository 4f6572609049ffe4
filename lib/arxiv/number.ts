import { END_FORM, NEW_ID_FORM } from './identifier';

/** What stands around a number that is none of arXiv's: an amount of money, a measure, a version, a clause, viXra. */
const MONEY = String.raw`[$¢-¥₠-₿]|(?:usd|eur|gbp|jpy|cny|chf|inr|aud|cad)\b`;
const NOT_BEFORE = String.raw`[\w.+/#@~-]|\d,|(?:[=≈±×§]|version|build|vixra:?|${MONEY})\s*`;
const NOT_AFTER = String.raw`\s*(?:[%°±×]|${MONEY}|(?:[kcmnµ]m|kg|[kmg]?hz|[kmgt]?ev|[kmg]pc|days)\b)|[(/-]\d`;

/**
 * A number of the form of new ids with nothing around it that says arXiv, or several between commas, as a regular
 * expression source.
 */
export const NUMBER_FORM = String.raw`(?=\d{4}\.)(?<!${NOT_BEFORE})${NEW_ID_FORM}${END_FORM}(?:,${NEW_ID_FORM}${END_FORM}){0,99999}(?!${NOT_AFTER})`;
