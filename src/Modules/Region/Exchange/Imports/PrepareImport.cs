using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>Keeps a document for a preview. Nothing of it counts yet; a document that cannot be read is not kept.</summary>
internal sealed class PrepareImport(IDbContextFactory<RegionDb> databases, RandomSource random, TimeProvider time)
{
    /// <summary>How long a preview waits.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Keeps it.</summary>
    /// <param name="document">Its bytes.</param>
    /// <param name="source">Where it was found.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    /// <returns>The name of the preview.</returns>
    public async Task<Outcome<Guid>> ExecuteAsync(byte[] document, DocumentSource source, string actor, CancellationToken cancellationToken)
    {
        if (StrangersText.ReadAddress(source.Address) is not { } address)
            return new ImportNeedsSource();
        if (document.Length > LinkedNodes.MostBytes)
            return new DocumentUnreadable(ImportFault.TooLarge);
        if (ForeignDocument.Decode(document) is not { } text)
            return new DocumentUnreadable(ImportFault.Encoding);
        if (ForeignDocument.Read(text, source with { Address = address }).Fault is { } fault)
            return new DocumentUnreadable(fault);

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        await database.ImportDrafts.Where(draft => draft.CreatedAt < now - Lifetime).ExecuteDeleteAsync(cancellationToken);
        var id = random.NewId();
        database.ImportDrafts.Add(new ImportDraftRow { Id = id, Source = address, Fetched = source.Fetched, Content = text, CreatedAt = now, CreatedBy = actor });
        await database.SaveChangesAsync(cancellationToken);
        return id;
    }
}
