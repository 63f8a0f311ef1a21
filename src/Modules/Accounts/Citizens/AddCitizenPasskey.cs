using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Passkeys;
using Modellstadt.Accounts.SignIn;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Citizens;

/// <summary>Adds a passkey to one's own account, soon after showing the citizen ID. Options: <c>POST /account/passkey/options</c>.</summary>
internal sealed class AddCitizenPasskey(IDbContextFactory<AccountsDb> databases, FreshSignIn fresh, Ceremonies<CitizenAccount> ceremonies, AuditTrail audit, RandomSource random, TimeProvider time)
{
    public const string OptionsPath = "/account/passkey/options";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(OptionsPath, OptionsAsync).RequireFormToken().LimitBody(8192).RequireRateLimiting(SignInLimit.Name).ExcludeFromDescription();

    /// <summary>Adds it; null when it is there, else why not.</summary>
    public async Task<Refusal?> ExecuteAsync(string? credential, string? name, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await fresh.FindAsync(database, cancellationToken) is not { } account)
            return new FreshSignInNeeded();
        if (credential is not { Length: > 0 } || await ceremonies.EndRegistrationAsync(account, credential) is not { } made)
            return new PasskeyNotAccepted();

        var means = new CitizenMeans
        {
            Id = random.NewId(),
            Ags = account.Ags,
            AccountId = account.Id,
            Kind = MeansKind.Passkey,
            Name = PasskeyNames.Of(name),
            Level = AssuranceLevels.Of(AssuranceLevel.Substantial, KeyKeeping.Passkey),
            AddedAt = time.GetUtcNow(),
        };
        database.CitizenMeans.Add(means);
        database.CitizenPasskeys.Add(CitizenPasskey.Of(means, made));
        audit.Add(database, Actors.Citizen, "citizen-means-added", CitizenAccounts.SubjectOf(account.Id), $"passkey/{means.Id}");
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    private static async Task<IResult> OptionsAsync(
        HttpContext context, IDbContextFactory<AccountsDb> databases, FreshSignIn fresh, Ceremonies<CitizenAccount> ceremonies, CurrentLanguage language, IOptions<TownOptions> town)
    {
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        return await fresh.FindAsync(database, context.RequestAborted) is { } account
            ? Results.Text(await ceremonies.BeginRegistrationAsync(account, CitizenTexts.For(language.Language).AccountOf(town.Value.Name)), "application/json")
            : context.Problem(new FreshSignInNeeded());
    }
}
