using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Storage;
using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Issuer.Tokens;

/// <summary>Something that is good once: a proof that was shown. Remembered, for all processes, until its own time refuses it.</summary>
/// <param name="Id">Tells it from all others.</param>
/// <param name="ExpiresAt">Until when it is remembered.</param>
/// <param name="Replay">What a second showing is answered.</param>
internal sealed record UsedMark(string Id, DateTimeOffset ExpiresAt, ProtocolError Replay)
{
    /// <summary>Marks all as used, within the caller's transaction; the answer to the first that was used before, or null.</summary>
    public static async Task<ProtocolError?> TakeAsync(IssuerDb database, IReadOnlyList<UsedMark> marks)
    {
        foreach (var mark in marks)
        {
            var fresh = await database.Database.ExecuteSqlAsync(
                $"INSERT INTO used_nonces (id, expires_at) VALUES ({mark.Id}, {mark.ExpiresAt.ToUnixTimeMilliseconds()}) ON CONFLICT DO NOTHING");
            if (fresh == 0)
                return mark.Replay;
        }

        return null;
    }
}
