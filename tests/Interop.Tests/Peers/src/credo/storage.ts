/** Credo's door to storage, in memory. Records are kept as JSON, as any database would keep them. */
import { JsonTransformer, RecordDuplicateError, RecordNotFoundError, type AgentContext, type BaseRecord, type BaseRecordConstructor, type Query, type QueryOptions, type StorageService } from '@credo-ts/core';

interface Row {
  json: Record<string, unknown>;
  tags: Record<string, unknown>;
}

type Conditions = { $and?: Conditions[]; $or?: Conditions[]; $not?: Conditions } & Record<string, unknown>;

export class StorageInMemory<T extends BaseRecord> implements StorageService<T> {
  readonly supportsCursorPagination = false;
  readonly #rows = new Map<string, Row>();

  async save(_: AgentContext, record: T): Promise<void> {
    if (this.#rows.has(idOf(record))) throw new RecordDuplicateError('there already', { recordType: record.type });
    this.#write(record);
  }

  async update(_: AgentContext, record: T): Promise<void> {
    this.#expect(record.type, record.id);
    this.#write(record);
  }

  async delete(_: AgentContext, record: T): Promise<void> {
    this.#expect(record.type, record.id);
    this.#rows.delete(idOf(record));
  }

  async deleteById(_: AgentContext, recordClass: BaseRecordConstructor<T>, id: string): Promise<void> {
    this.#expect(recordClass.type, id);
    this.#rows.delete(idOf({ type: recordClass.type, id }));
  }

  async getById(_: AgentContext, recordClass: BaseRecordConstructor<T>, id: string): Promise<T> {
    return revive(this.#expect(recordClass.type, id), recordClass);
  }

  async getAll(context: AgentContext, recordClass: BaseRecordConstructor<T>): Promise<T[]> {
    return this.findByQuery(context, recordClass, {} as Query<T>);
  }

  async findByQuery(_: AgentContext, recordClass: BaseRecordConstructor<T>, query: Query<T>, { offset = 0, limit = Infinity }: QueryOptions = {}): Promise<T[]> {
    return [...this.#rows]
      .filter(([id, { tags }]) => id.startsWith(`${recordClass.type} `) && fulfils(tags, query as Conditions))
      .slice(offset, offset + limit)
      .map(([, row]) => revive(row, recordClass));
  }

  #write(record: T): void {
    this.#rows.set(idOf(record), { json: JsonTransformer.toJSON(record), tags: { ...record.getTags() } });
  }

  #expect(type: string, id: string): Row {
    const row = this.#rows.get(idOf({ type, id }));
    if (!row) throw new RecordNotFoundError('not there', { recordType: type });
    return row;
  }
}

function idOf({ type, id }: { type: string; id: string }): string {
  return `${type} ${id}`;
}

function revive<T extends BaseRecord>({ json, tags }: Row, recordClass: BaseRecordConstructor<T>): T {
  const record = JsonTransformer.fromJSON(json, recordClass, { validate: false });
  record.replaceTags(tags as never);
  return record;
}

/** A list in a tag holds every value of a list in the query (as Credo's own storages have it). */
function fulfils(tags: Record<string, unknown>, { $and, $or, $not, ...values }: Conditions): boolean {
  return (
    ($and ?? []).every((inner) => fulfils(tags, inner)) &&
    (!$or || $or.some((inner) => fulfils(tags, inner))) &&
    (!$not || !fulfils(tags, $not)) &&
    Object.entries(values).every(([name, wanted]) => wanted === undefined || (Array.isArray(wanted) ? wanted.every((one) => (tags[name] as unknown[] | undefined)?.includes(one)) : tags[name] === wanted))
  );
}
