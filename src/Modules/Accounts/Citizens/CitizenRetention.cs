using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;

namespace Modellstadt.Accounts.Citizens;

/// <summary>Accounts that nobody uses, with their means: showing the citizen ID makes a new one.</summary>
internal sealed class UnusedCitizenAccounts(IDbContextFactory<AccountsDb> databases, AuditTrail trail) : RetainedRecords<AccountsDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "citizen-accounts",
        new("Konten bei der Stadt mit ihren Mitteln zur Anmeldung", "Accounts at the town with their means of signing in"),
        new("damit die Person sich anmelden kann", "so that the person can sign in"),
        new("der letzten Anmeldung", "the last sign-in"),
        730);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(AccountsDb database, DateTimeOffset limit, CancellationToken cancellationToken) =>
        database.Citizens.Where(account => account.LastUsedAt < limit).ExecuteDeleteAsync(cancellationToken);
}

/// <summary>Sign-ins, so that a person sees one that was not theirs.</summary>
internal sealed class PastCitizenSignIns(IDbContextFactory<AccountsDb> databases, AuditTrail trail) : RetainedRecords<AccountsDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "citizen-sign-ins",
        new("Anmeldungen bei der Stadt", "Sign-ins to the town"),
        new("damit die Person sieht, ob sich jemand anders für sie angemeldet hat", "so that the person sees whether somebody else signed in for them"),
        new("der Anmeldung", "the sign-in"),
        90);

    /// <inheritdoc />
    protected override Task<int> DeleteAsync(AccountsDb database, DateTimeOffset limit, CancellationToken cancellationToken) =>
        database.CitizenSessions.Where(session => session.BeganAt < limit).ExecuteDeleteAsync(cancellationToken);
}
