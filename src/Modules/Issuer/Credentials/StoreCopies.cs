using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>Copies that are to be issued together.</summary>
internal sealed record CopyBatch(Guid OfferId, string Subject, DateTimeOffset ExpiresAt, IReadOnlyList<JsonWebKey> Keys)
{
    /// <summary>True for mdocs.</summary>
    public bool Mdoc { get; init; }
}

/// <summary>Copies whose entries are taken, and by what their wallet says what became of them.</summary>
internal sealed record StoredBatch(IReadOnlyList<CopyEntry> Entries, string NotificationId);

/// <summary>
/// Commits a batch of copies: what entitles to it is used up, earlier copies of the same offer in the same form are revoked, and every
/// copy takes an entry drawn over the whole status list (unlinkability rule U4).
/// </summary>
internal sealed class StoreCopies(
    GroupCommit<IssuerDb> writes, OpenStatusLists lists, StatusChanges changes, IOptions<IssuerOptions> options, TimeProvider time, RandomSource random)
{
    /// <summary>The entries taken; or the rule by which they may not be, and nothing has changed.</summary>
    /// <param name="issuer">Who issues.</param>
    /// <param name="batch">The copies.</param>
    /// <param name="useUp">Uses up what entitles to the batch, in the same transaction.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Checked<StoredBatch>> StoreAsync(HostedIssuer issuer, CopyBatch batch, Func<IssuerDb, Task<ProtocolError?>> useUp, CancellationToken cancellationToken)
    {
        var list = await lists.CurrentAsync(issuer.Identity.Slug, cancellationToken);
        var stored = await writes.RunAsync<Checked<StoredBatch>>(async database => await useUp(database) is { } refused ? refused : await StoreAsync(database, list, batch), cancellationToken);
        if (stored.Error is null)
            lists.Taken(issuer.Identity.Slug, batch.Keys.Count);
        return stored;
    }

    private async Task<Checked<StoredBatch>> StoreAsync(IssuerDb database, int list, CopyBatch batch)
    {
        var id = batch.OfferId.ToString("D");
        var numbers = await database.Database.SqlQuery<int>(
            $"""UPDATE offers SET issued_generation = generation, batches = batches + 1 WHERE id = {id} AND readiness = {nameof(Readiness.Ready)} RETURNING batches AS "Value" """).ToListAsync();
        if (numbers is not [var number])
            return new ProtocolError(IssuanceErrors.CredentialRequestDenied, "OpenID4VCI 1.0 §8.3.1.2", "The issuer has decided not to issue this credential.");
        if (number > 1)
            await ReplaceAsync(database, batch);

        var notification = random.NewSecret(16);
        await database.Database.ExecuteSqlAsync(
            $"INSERT INTO issuances (notification_hash, offer_id, batch) VALUES ({AccessTokens.Hash(notification)}, {id}, {number})");
        return new StoredBatch(await TakeEntriesAsync(database, new EntryTaking(list, number, batch)), notification);
    }

    /// <summary>Whoever fetches both forms keeps both; whoever opens the offer anew replaces whatever was fetched before.</summary>
    private async Task ReplaceAsync(IssuerDb database, CopyBatch batch)
    {
        var generation = await database.Offers.Where(offer => offer.Id == batch.OfferId).Select(offer => offer.Generation).SingleAsync();
        await changes.TellAsync(
            database, IssuanceNewsKind.Replaced, database.Copies.Where(copy => copy.OfferId == batch.OfferId && copy.Generation < generation && copy.RevokedAt == null));
        await changes.RevokeAsync(
            database, database.Copies.Where(copy => copy.OfferId == batch.OfferId && (copy.Mdoc == batch.Mdoc || copy.Generation < generation)), time.GetUtcNow());
    }

    private async Task<CopyEntry[]> TakeEntriesAsync(IssuerDb database, EntryTaking taking)
    {
        var (list, batch) = (taking.List, taking.Batch);
        var entries = new List<CopyEntry>(batch.Keys.Count);
        var keys = new Queue<JsonWebKey>(batch.Keys);
        while (keys.Count > 0)
        {
            var drawn = new Dictionary<int, JsonWebKey>(keys.Count);
            while (keys.TryPeek(out var key))
            {
                if (drawn.TryAdd(random.NextInt(options.Value.StatusListSize), key))
                    keys.Dequeue();
            }

            var taken = await InsertAsync(database, taking, drawn);
            entries.AddRange(taken.Select(position => new CopyEntry(list, position, drawn[position])));
            // Somebody has the entry already: drawn again.
            foreach (var (_, key) in drawn.Where(draw => !taken.Contains(draw.Key)))
                keys.Enqueue(key);
        }

        return [.. entries];
    }

    /// <summary>Takes the entries that are free; returns their positions.</summary>
    private static async Task<HashSet<int>> InsertAsync(IssuerDb database, EntryTaking taking, Dictionary<int, JsonWebKey> drawn)
    {
        var (list, batch) = (taking.List, taking.Batch);
        // A suspension that came while the request was checked is seen here: it waits for this offer's row, or this statement reads it.
        var sql = new StringBuilder("INSERT INTO copies (list, position, offer_id, subject, holder_key, expires_at, batch, suspended_at, mdoc, generation) VALUES ");
        List<object> values = [list, batch.OfferId.ToString("D"), batch.Subject, batch.ExpiresAt.ToUnixTimeMilliseconds(), taking.Number, batch.Mdoc];
        var shared = values.Count;
        foreach (var (position, key) in drawn)
        {
            sql.Append(CultureInfo.InvariantCulture, $"{(values.Count > shared ? ", " : "")}({{0}}, {{{values.Count}}}, {{1}}, {{2}}, {{{values.Count + 1}}}, {{3}}, {{4}}, (SELECT since FROM suspensions WHERE subject = {{2}}), {{5}}, (SELECT generation FROM offers WHERE id = {{1}}))");
            values.AddRange([position, HolderKeys.Write(key)]);
        }

        sql.Append(" ON CONFLICT DO NOTHING RETURNING position AS \"Position\", suspended_at IS NOT NULL AS \"Suspended\"");
        var taken = await database.Database.SqlQueryRaw<TakenEntry>(sql.ToString(), [.. values]).ToListAsync();
        if (taken.Any(entry => entry.Suspended))
            await StatusChanges.ChangedAsync(database, list);
        return [.. taken.Select(entry => entry.Position)];
    }

    /// <summary>A batch, the list in which it takes entries, and which one of its offer it is.</summary>
    private sealed record EntryTaking(int List, int Number, CopyBatch Batch);

    private sealed record TakenEntry(int Position, bool Suspended);
}
