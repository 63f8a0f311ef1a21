using Microsoft.EntityFrameworkCore;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse;

/// <summary>
/// Reads in the feeds of other towns what they sign of take-overs. The one who said it brings the record; the other side brings a signature, which waits
/// when the record is not here yet. A town signs for itself, and only where it gives or takes. That it leads the project is seen where take-overs are
/// shown: a name that two towns have given keeps one project out, not the feed.
/// </summary>
internal sealed class TakeOverReuse : INoteReader
{
    /// <inheritdoc />
    public string Kind => SignReuse.Kind;

    /// <inheritdoc />
    public async Task<FeedFailure?> EnterAsync(RegionDb database, FeedNote note, VerificationKey key, CancellationToken cancellationToken)
    {
        if (note.Content.Text(SignReuse.CredentialMember) is not { } signed || ReuseCredential.Read(signed, key) is not { } credential)
            return FeedFailure.EntryRefused;

        var record = credential.Record;
        if (note.Town != record.Giver && note.Town != record.Taker)
            return FeedFailure.ForeignProject;
        // Whoever makes its own word over is believed no further. Whoever was told another version countersigns nothing here, and is not to blame.
        if (await ContradictsAsync(database, record, cancellationToken))
            return note.Town == record.By ? FeedFailure.EntryRefused : null;
        if (note.Town == record.By && !await AddAsync(database, record, cancellationToken))
            return FeedFailure.EntryRefused;

        if (await database.ReuseSignatures.FindAsync([record.Id, note.Town], cancellationToken) is null)
            database.ReuseSignatures.Add(new ReuseSignatureRow { RecordId = record.Id, Town = note.Town, SignedAt = credential.SignedAt, Credential = signed });
        return null;
    }

    /// <summary>True when the same town has said something else under the same number: an old word made over, or a signature below another version.</summary>
    private static async Task<bool> ContradictsAsync(RegionDb database, ReuseRecord record, CancellationToken cancellationToken) =>
        Same(database.ReuseRecords.Local, record).Concat(await database.ReuseRecords
            .Where(row => row.ProjectId == record.Project && row.Taker == record.Taker && row.Number == record.Number && row.Speaker == record.By).ToListAsync(cancellationToken))
            .Any(row => row.Id != record.Id);

    private static IEnumerable<ReuseRecordRow> Same(IEnumerable<ReuseRecordRow> rows, ReuseRecord record) =>
        rows.Where(row => row.ProjectId == record.Project && row.Taker == record.Taker && row.Number == record.Number && row.Speaker == record.By);

    /// <summary>False when the record cannot be meant so.</summary>
    private static async Task<bool> AddAsync(RegionDb database, ReuseRecord record, CancellationToken cancellationToken)
    {
        if (await database.ReuseRecords.FindAsync([record.Id], cancellationToken) is not null)
            return true;

        var follows = record.Follows is { } id ? await database.ReuseRecords.FindAsync([id], cancellationToken) : null;
        if (!ReuseRules.MayEnter(record, follows is null ? null : ReuseRecord.Read(follows.Content)))
            return false;

        database.ReuseRecords.Add(DeclareReuse.RowOf(record, formKey: null));
        return true;
    }
}
