using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>Gives each person one reference, once and for all.</summary>
internal sealed class CitizenReferences(IDbContextFactory<CitizenIdDb> databases, RandomSource random, TimeProvider time)
{
    /// <summary>The person's reference; drawn at the first call.</summary>
    public async Task<string> GetOrDrawAsync(ResidentId resident, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(database, resident, cancellationToken) ?? await DrawAsync(database, resident, cancellationToken);
    }

    private async Task<string> DrawAsync(CitizenIdDb database, ResidentId resident, CancellationToken cancellationToken)
    {
        var drawn = new CitizenReference { ResidentId = resident.Value, Reference = random.NewSecret(16), CreatedAt = time.GetUtcNow() };
        database.References.Add(drawn);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return drawn.Reference;
        }
        catch (DbUpdateException)
        {
            // Somebody was quicker: the primary key lets only one reference of a person stand.
            return await ReadAsync(database, resident, cancellationToken) ?? throw new InvalidOperationException("The reference of a resident can neither be stored nor read.");
        }
    }

    private static Task<string?> ReadAsync(CitizenIdDb database, ResidentId resident, CancellationToken cancellationToken) =>
        database.References.AsNoTracking().Where(reference => reference.ResidentId == resident.Value).Select(reference => reference.Reference).SingleOrDefaultAsync(cancellationToken);
}
