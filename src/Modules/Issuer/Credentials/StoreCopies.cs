using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>Copies that are to be issued together.</summary>
internal sealed record CopyBatch(string TokenHash, MintedNonce Nonce, Guid OfferId, string Subject, DateTimeOffset ExpiresAt, IReadOnlyList<JsonWebKey> Keys);

/// <summary>
/// Commits a batch of copies: the nonce is used up, the token counts the batch, earlier copies of the same offer are revoked,
/// and every copy takes an entry drawn over the whole status list (unlinkability rule U4).
/// </summary>
internal sealed class StoreCopies(
    GroupCommit<IssuerDb> writes, OpenStatusLists lists, StatusChanges changes, IOptions<IssuerOptions> options, TimeProvider time, RandomSource random)
{
    /// <summary>The entries taken; or `invalid_nonce`, `invalid_token`.</summary>
    public async Task<Checked<IReadOnlyList<CopyEntry>>> StoreAsync(HostedIssuer issuer, CopyBatch batch, CancellationToken cancellationToken)
    {
        var list = await lists.CurrentAsync(issuer.Identity.Slug, cancellationToken);
        var stored = await writes.RunAsync(database => StoreAsync(database, list, batch), cancellationToken);
        if (stored.Error is null)
            lists.Taken(issuer.Identity.Slug, batch.Keys.Count);
        return stored;
    }

    private async Task<Checked<IReadOnlyList<CopyEntry>>> StoreAsync(IssuerDb database, int list, CopyBatch batch)
    {
        var now = time.GetUtcNow();
        // Section 13.9: a proof under a used nonce is a replay, in whichever process it was used.
        var fresh = await database.Database.ExecuteSqlAsync(
            $"INSERT INTO used_nonces (id, expires_at) VALUES ({batch.Nonce.Id}, {batch.Nonce.ExpiresAt.ToUnixTimeMilliseconds()}) ON CONFLICT DO NOTHING");
        if (fresh == 0)
            return new ProtocolError(IssuanceErrors.InvalidNonce, "OpenID4VCI 1.0 §8.3.1.2, §13.8", "The nonce was used.");

        var counted = await database.Database.ExecuteSqlAsync(
            $"UPDATE access_tokens SET batches = batches + 1 WHERE token_hash = {batch.TokenHash} AND expires_at > {now.ToUnixTimeMilliseconds()} AND batches < {options.Value.BatchesPerToken}");
        if (counted == 0)
            return new ProtocolError(IssuanceErrors.InvalidToken, "RFC 6750 §3.1", "The access token has expired or fetched its copies too often.");

        var id = batch.OfferId.ToString("D");
        var repeated = await database.Database.ExecuteSqlAsync($"UPDATE offers SET issued_generation = generation WHERE id = {id} AND issued_generation = 0") == 0;
        if (repeated)
        {
            await database.Database.ExecuteSqlAsync($"UPDATE offers SET issued_generation = generation WHERE id = {id}");
            await changes.RevokeAsync(database, database.Copies.Where(copy => copy.OfferId == batch.OfferId), now);
        }

        return await TakeEntriesAsync(database, list, batch);
    }

    private async Task<CopyEntry[]> TakeEntriesAsync(IssuerDb database, int list, CopyBatch batch)
    {
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

            var taken = await InsertAsync(database, list, batch, drawn);
            entries.AddRange(taken.Select(position => new CopyEntry(list, position, drawn[position])));
            // Somebody has the entry already: drawn again.
            foreach (var (_, key) in drawn.Where(draw => !taken.Contains(draw.Key)))
                keys.Enqueue(key);
        }

        return [.. entries];
    }

    /// <summary>Takes the entries that are free; returns their positions.</summary>
    private static async Task<HashSet<int>> InsertAsync(IssuerDb database, int list, CopyBatch batch, Dictionary<int, JsonWebKey> drawn)
    {
        // A suspension that came while the request was checked is seen here: it waits for this offer's row, or this statement reads it.
        var sql = new StringBuilder("INSERT INTO copies (list, position, offer_id, subject, holder_key, expires_at, suspended_at) VALUES ");
        List<object> values = [list, batch.OfferId.ToString("D"), batch.Subject, batch.ExpiresAt.ToUnixTimeMilliseconds()];
        foreach (var (position, key) in drawn)
        {
            sql.Append(CultureInfo.InvariantCulture, $"{(values.Count > 4 ? ", " : "")}({{0}}, {{{values.Count}}}, {{1}}, {{2}}, {{{values.Count + 1}}}, {{3}}, (SELECT since FROM suspensions WHERE subject = {{2}}))");
            values.AddRange([position, $"{key.X}.{key.Y}"]);
        }

        sql.Append(" ON CONFLICT DO NOTHING RETURNING position AS \"Position\", suspended_at IS NOT NULL AS \"Suspended\"");
        var taken = await database.Database.SqlQueryRaw<TakenEntry>(sql.ToString(), [.. values]).ToListAsync();
        if (taken.Any(entry => entry.Suspended))
            await StatusChanges.ChangedAsync(database, list);
        return [.. taken.Select(entry => entry.Position)];
    }

    private sealed record TakenEntry(int Position, bool Suspended);
}
