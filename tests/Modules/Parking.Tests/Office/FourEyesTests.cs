using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Office.Cases;
using Modellstadt.Parking.Office.Revocations;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>A revocation takes two clerks; a suspension, which can be undone, takes one.</summary>
public sealed class FourEyesTests
{
    private static readonly (string, string) TakesTwo = ("Parking:RevocationNeedsTwo", "true");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_permit_is_revoked_only_when_another_clerk_confirms(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind, TakesTwo);
        var permit = await town.AddPermitAsync("GE-AB 123");
        var (clerk, second, warden) = (await town.SignInAsync("Clerk"), await town.SignInAsync("SecondClerk"), await town.SignInAsync("Warden"));

        var proposed = await ActAsync(clerk, permit, "revocation", ("reason", "Wohnung aufgegeben"));
        Assert.Contains("Emre Aktenstein hat den Widerruf", proposed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ausweis endgültig widerrufen", proposed.Html, StringComparison.Ordinal);
        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123"));
        Assert.Contains("Das muss eine andere Person bestätigen", (await ActAsync(clerk, permit, "revocation/settlement", ("wish", "confirm"))).Html, StringComparison.Ordinal);
        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123"));

        var confirmed = await ActAsync(second, permit, "revocation/settlement", ("wish", "confirm"));
        Assert.Contains("data-state=\"Revoked\"", confirmed.Html, StringComparison.Ordinal);
        Assert.Contains("Wohnung aufgegeben", confirmed.Html, StringComparison.Ordinal);
        Assert.Equal("not-valid", await warden.StateOfAsync("GE-AB 123"));
        Assert.Equal(["permit-revoked", "revocation-proposed"], (await town.ReadAsync(database => database.Audit.Select(entry => entry.Action).ToArrayAsync(Cancellation))).Order());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_withdrawn_or_expired_proposal_revokes_nothing_and_a_new_one_can_be_made(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind, TakesTwo);
        var permit = await town.AddPermitAsync("GE-AB 123");
        var (clerk, second) = (await town.SignInAsync("Clerk"), await town.SignInAsync("SecondClerk"));

        await ActAsync(clerk, permit, "revocation", ("reason", "der erste Grund"));
        await ActAsync(clerk, permit, "revocation/settlement", ("wish", "withdraw"));
        Assert.Contains("Hier wartet kein Widerruf mehr", (await ActAsync(second, permit, "revocation/settlement", ("wish", "confirm"))).Html, StringComparison.Ordinal);

        await ActAsync(clerk, permit, "revocation", ("reason", "der zweite Grund"));
        town.Time.Now += RevocationProposal.Life;
        Assert.Contains("Hier wartet kein Widerruf mehr", (await ActAsync(await town.SignInAsync("SecondClerk"), permit, "revocation/settlement", ("wish", "confirm"))).Html, StringComparison.Ordinal);
        Assert.Equal(PermitState.Active, (await town.ReadAsync(database => database.Permits.SingleAsync(Cancellation))).State);

        await ActAsync(await town.SignInAsync("Clerk"), permit, "revocation", ("reason", "der dritte Grund"));
        Assert.Contains("data-state=\"Revoked\"", (await ActAsync(await town.SignInAsync("SecondClerk"), permit, "revocation/settlement", ("wish", "confirm"))).Html, StringComparison.Ordinal);
        Assert.Equal(
            [RevocationProposalState.Withdrawn, RevocationProposalState.Expired, RevocationProposalState.Confirmed],
            await town.ReadAsync(database => database.RevocationProposals.OrderBy(proposal => proposal.ProposedAt).Select(proposal => proposal.State).ToListAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_many_clerks_in_the_same_moment_one_proposes_and_one_confirms(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind, TakesTwo);
        var permit = await town.AddPermitAsync("GE-AB 123");
        await using var scope = town.Services.CreateAsyncScope();
        var (propose, settle) = (scope.ServiceProvider.GetRequiredService<ProposeRevocation>(), scope.ServiceProvider.GetRequiredService<SettleRevocation>());
        CaseClaim Clerk() => new(town.Random.NewId(), "Kollege", town.Time.Now);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Clerk()).ToArray().Select((clerk, number) => Task.Run(() => propose.ExecuteAsync(permit.Id, $"Grund {number}", clerk, Cancellation), Cancellation)));
        Assert.Single(await town.ReadAsync(database => database.RevocationProposals.ToListAsync(Cancellation)));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Clerk()).ToArray().Select(clerk => Task.Run(() => settle.ConfirmAsync(permit.Id, clerk, Cancellation), Cancellation)));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Single(await town.ReadAsync(database => database.Audit.Where(entry => entry.Action == "permit-revoked").ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task Only_clerks_settle_and_suspend()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, TakesTwo);
        var permit = await town.AddPermitAsync("GE-AB 123");
        await ActAsync(await town.SignInAsync("Clerk"), permit, "revocation", ("reason", "weggezogen"));
        var warden = await town.SignInAsync("Warden");
        await warden.OpenAsync("/warden");

        foreach (var form in new[] { "revocation/settlement", "suspension" })
            Assert.Contains("/sign-in/other-role", (await warden.SendFormAsync($"/office/permits/{permit.Id}/{form}", ("wish", "confirm"), ("reason", "weggezogen"))).Onwards, StringComparison.Ordinal);
        Assert.Equal(PermitState.Active, (await town.ReadAsync(database => database.Permits.SingleAsync(Cancellation))).State);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_suspended_permit_holds_again_when_it_is_taken_up_in_the_street_and_in_the_wallet(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.Wallet.ReceiveAsync((await citizen.GetPermitAsync()).Onwards!);
        var (card, permit) = (citizen.Wallet.Copies[^1], await town.PermitOfAsync(citizen));
        var (clerk, warden) = (await town.SignInAsync("Clerk"), await town.SignInAsync("Warden"));

        Assert.Contains("Der Grund fehlt", (await ActAsync(clerk, permit, "suspension", ("wish", "suspend"), ("reason", ""))).Html, StringComparison.Ordinal);
        Assert.Contains("data-state=\"Suspended\"", (await ActAsync(clerk, permit, "suspension", ("wish", "suspend"), ("reason", "Gebühr offen"))).Html, StringComparison.Ordinal);
        Assert.Equal("not-valid", await warden.StateOfAsync(permit.EachPlate[0]));
        await Staff.UntilAsync(async () => (await warden.AskAsync(citizen.Wallet.ShowToWarden(card))).Status != HttpStatusCode.OK);

        Assert.Contains("data-state=\"Active\"", (await ActAsync(clerk, permit, "suspension", ("wish", "take-up"), ("reason", "Gebühr bezahlt"))).Html, StringComparison.Ordinal);
        Assert.Equal("valid", await warden.StateOfAsync(permit.EachPlate[0]));
        await Staff.UntilAsync(async () => (await warden.AskAsync(citizen.Wallet.ShowToWarden(card))).Status == HttpStatusCode.OK);
    }

    private static async Task<Page> ActAsync(PortalBrowser clerk, Permit permit, string form, params (string Name, string Value)[] fields)
    {
        await clerk.OpenAsync($"/office/permits/{permit.Id}");
        var answer = await clerk.SendFormAsync($"/office/permits/{permit.Id}/{form}", fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await clerk.OpenAsync(answer.Onwards!);
    }
}
