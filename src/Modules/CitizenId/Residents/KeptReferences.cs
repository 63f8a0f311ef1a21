using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Privacy;

namespace Modellstadt.CitizenId;

/// <summary>The reference in a person's citizen ID, and how they identified themselves.</summary>
internal sealed class KeptReferences(IDbContextFactory<CitizenIdDb> databases) : IPersonalRecords
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var references = await database.References.AsNoTracking().Where(reference => reference.ResidentId == residentId).ToListAsync(cancellationToken);
        var requests = await database.Requests.AsNoTracking().Where(request => request.ResidentId == residentId).ToListAsync(cancellationToken);
        return [.. references.Select(Of), .. requests.Select(Of)];
    }

    private static PersonalRecord Of(CitizenReference reference) => new("citizen-reference", new("Kennzahl in Ihrer Bürger-ID", "Reference in your citizen ID"), reference.CreatedAt,
        [new("reference", new("Kennzahl", "Reference"), reference.Reference)]);

    private static PersonalRecord Of(IdentificationRequest request) => new("identification", new("Anmeldung mit dem Ausweisdokument", "Identification with an identity document"), request.CreatedAt,
    [
        new("state", new("Stand", "State"), request.State.ToString()),
        new("address_differs", new("Adresse im Dokument weicht vom Melderegister ab", "Address in the document differs from the register"), request.AddressDiffers ? "true" : "false"),
    ]);
}
