using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>What a citizen ID says today. The register is asked afresh: neither an offer nor a fresh copy carries an old address.</summary>
internal sealed class ResidentClaims(
    IDbContextFactory<CitizenIdDb> databases, IResidentRegister register, CitizenReferences references, IOptions<TownOptions> town, TownCalendar calendar) : ICredentialRenewal
{
    private const string SubjectPrefix = "citizen-id/";

    /// <inheritdoc />
    public string ConfigurationId => CitizenIds.ConfigurationId;

    /// <summary>Under which name the issuer keeps the copies of the person with this reference.</summary>
    public static string SubjectOf(string reference) => SubjectPrefix + reference;

    /// <summary>The claims and the subject; or why this person gets none.</summary>
    public async Task<Outcome<(string Subject, JsonObject Claims)>> ReadAsync(ResidentId id, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var answer = await register.ReadAsync(id, cancellationToken);
        if (answer is not RegisterAnswer<Resident>.Found(var resident))
            return answer is RegisterAnswer<Resident>.Unreachable ? new RegisterUnreachable() : new ResidentUnknown();
        if (ResidencyRules.Refuse(resident, town.Value.Ags, today) is { } refusal)
            return refusal;

        var reference = await references.GetOrDrawAsync(id, cancellationToken);
        return (SubjectOf(reference), CitizenIdCredential.Claims(resident, reference, town.Value, today));
    }

    /// <inheritdoc />
    public async Task<Outcome<RenewedCredential>> RenewAsync(string subject, CancellationToken cancellationToken)
    {
        var reference = subject.StartsWith(SubjectPrefix, StringComparison.Ordinal) ? subject[SubjectPrefix.Length..] : "";
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.References.AsNoTracking().SingleOrDefaultAsync(stored => stored.Reference == reference, cancellationToken) is not { } person)
            return new ReferenceUnknown();
        return (await ReadAsync(new ResidentId(person.ResidentId), cancellationToken)).Match<Outcome<RenewedCredential>>(
            read => new RenewedCredential(read.Claims, ValidUntil: null), refusal => refusal);
    }
}
