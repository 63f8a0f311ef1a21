using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>The citizen ID, for modules that ask for it.</summary>
public sealed class CitizenIds
{
    /// <summary>Its credential type.</summary>
    public const string Vct = "urn:modellstadt:citizen-id:1";

    /// <summary>Its credential configuration at the issuer <c>town</c>.</summary>
    public const string ConfigurationId = "citizen-id";

    /// <summary>The identifier of its query in <see cref="QueryFor"/>.</summary>
    public const string QueryId = "citizen_id";

    /// <summary>The claim that says nothing to others and to this town who it is (<see cref="ResolveAsync"/>).</summary>
    public const string ReferenceClaim = "resident_reference";

    private readonly IDbContextFactory<CitizenIdDb> databases;

    internal CitizenIds(IDbContextFactory<CitizenIdDb> databases) => this.databases = databases;

    /// <summary>The question to a wallet for a citizen ID with these claims, for example <c>given_name</c>, <c>address</c>.</summary>
    public static DcqlQuery QueryFor(params IEnumerable<string> claims) => DcqlQuery.ForSdJwt(QueryId, Vct, claims);

    /// <summary>Whom a <see cref="ReferenceClaim"/> means; refused when this town never gave it out.</summary>
    public async Task<Outcome<ResidentId>> ResolveAsync(string residentReference, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.References.AsNoTracking().SingleOrDefaultAsync(reference => reference.Reference == residentReference, cancellationToken);
        return found is null ? new ReferenceUnknown() : new ResidentId(found.ResidentId);
    }
}
