/** Where papers come in from files and leave in them: the foot of the column of filters. */
export function Exchange() {
  return (
    <section class="exchange" aria-labelledby="exchange">
      <h2 id="exchange">Import and export</h2>
    </section>
  );
}
