import { useEffect, useState } from 'preact/hooks';

/**
 * Works something out part by part after the page has been drawn, and hears what is typed between two parts; what was
 * worked out before stands until all of it is there.
 *
 * @param parts another function whenever there is something else to work out.
 */
export function useInParts<Part>(parts: () => Iterable<Part>): readonly Part[] {
  const [done, setDone] = useState<readonly Part[]>([]);
  useEffect(() => {
    const iterator = parts()[Symbol.iterator]();
    const found: Part[] = [];
    let next: ReturnType<typeof setTimeout>;
    const work = () => {
      const step = iterator.next();
      if (step.done === true) return setDone(found);
      found.push(step.value);
      next = setTimeout(work);
    };
    next = setTimeout(work);
    return () => clearTimeout(next);
  }, [parts]);
  return done;
}
