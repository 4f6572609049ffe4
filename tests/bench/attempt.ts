import type { Row } from './row';

/** What a measurement gives; one that fails is told, and costs the others nothing. */
export async function attempt(what: string, measure: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await measure();
  } catch (error) {
    console.log(`Not measured: ${what}. ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return [];
  }
}
