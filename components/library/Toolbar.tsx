import type { ComponentChildren } from 'preact';
import type { Order } from '../../lib/row';

const ORDERS: Record<Order, string> = {
  relevance: 'Relevance',
  saved: 'Date saved',
  published: 'Date published',
  title: 'Title',
};

interface Props {
  order: Order;
  /** Whether there are words by which papers are more or less relevant. */
  hasWords: boolean;
  onOrder: (order: Order) => void;
  isAllSelected: boolean;
  onSelectAll: () => void;
  /** How many there are. */
  children: ComponentChildren;
}

/** Above the list: how many papers there are, and how they are ordered. */
export function Toolbar({ order, hasWords, onOrder, isAllSelected, onSelectAll, children }: Props) {
  return (
    <div class="toolbar">
      <label class="all">
        <input type="checkbox" checked={isAllSelected} onChange={onSelectAll} aria-label="Select all papers" />
      </label>
      {children}
      <label class="order">
        Sort by{' '}
        <select value={order} onChange={(event) => onOrder(event.currentTarget.value as Order)}>
          {Object.entries(ORDERS).map(
            ([name, label]) =>
              (name !== 'relevance' || hasWords) && (
                <option key={name} value={name}>
                  {label}
                </option>
              ),
          )}
        </select>
      </label>
    </div>
  );
}
