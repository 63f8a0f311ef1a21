using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>A clerk takes a permit back.</summary>
public sealed class RevocationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_revocation_is_seen_by_the_warden_at_once_and_stands_in_the_history(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var permit = await town.AddPermitAsync("GE-AB 123");
        var (clerk, warden) = (await town.SignInAsync("Clerk"), await town.SignInAsync("Warden"));
        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123"));

        var revoked = await RevokeAsync(clerk, permit, "  Wohnung aufgegeben  ");
        Assert.Equal(HttpStatusCode.OK, revoked.Status);
        Assert.Contains("data-state=\"Revoked\"", revoked.Html, StringComparison.Ordinal);
        Assert.Contains("Ausweis widerrufen</strong> <span>durch Sie", revoked.Html, StringComparison.Ordinal);
        Assert.Contains("Wohnung aufgegeben", revoked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ausweis endgültig widerrufen", revoked.Html, StringComparison.Ordinal);
        Assert.Equal("not-valid", await warden.StateOfAsync("GE-AB 123"));

        var stored = await town.ReadAsync(database => database.Permits.SingleAsync(Cancellation));
        Assert.Equal((PermitState.Revoked, "Wohnung aufgegeben", town.Time.Now), (stored.State, stored.EndReason, stored.EndedAt));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_revocation_reaches_the_credentials_in_the_wallet(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.Wallet.ReceiveAsync((await citizen.GetPermitAsync()).Onwards!);
        var card = citizen.Wallet.Copies[^1];
        var (clerk, warden) = (await town.SignInAsync("Clerk"), await town.SignInAsync("Warden"));
        Assert.Equal(HttpStatusCode.OK, (await warden.AskAsync(citizen.Wallet.ShowToWarden(card))).Status);

        await RevokeAsync(clerk, await town.ReadAsync(database => database.Permits.SingleAsync(Cancellation)), "weggezogen");

        await Staff.UntilAsync(async () => (await warden.AskAsync(citizen.Wallet.ShowToWarden(card))).Status == HttpStatusCode.Gone);
        await Staff.UntilAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ab  ")]
    [InlineData("501")]
    public async Task A_reason_that_is_missing_too_short_or_too_long_is_refused(string? reason)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-AB 123");
        var answer = await RevokeAsync(await town.SignInAsync("Clerk"), permit, reason == "501" ? new string('x', 501) : reason ?? "");

        Assert.Contains("Der Grund fehlt oder ist zu lang", answer.Html, StringComparison.Ordinal);
        Assert.Contains("data-state=\"Active\"", answer.Html, StringComparison.Ordinal);
        Assert.Empty(await town.ReadAsync(database => database.Audit.ToListAsync(Cancellation)));
        Assert.Empty(await town.ReadAsync(database => database.Outbox.ToListAsync(Cancellation)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(500)]
    public async Task A_reason_of_3_to_500_characters_is_enough(int length)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-AB 123");
        Assert.Contains("data-state=\"Revoked\"", (await RevokeAsync(await town.SignInAsync("Clerk"), permit, new string('x', length))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoking_again_changes_nothing()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-AB 123");
        var clerk = await town.SignInAsync("Clerk");
        await RevokeAsync(clerk, permit, "der erste Grund");
        var again = await RevokeAsync(clerk, permit, "der zweite Grund");

        Assert.Contains("der erste Grund", again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("der zweite Grund", again.Html, StringComparison.Ordinal);
        Assert.Single(await town.ReadAsync(database => database.Audit.ToListAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_many_clerks_in_the_same_moment_one_revokes_and_none_fails(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var permit = await town.AddPermitAsync("GE-AB 123");
        await using var scope = town.Services.CreateAsyncScope();
        var revocation = scope.ServiceProvider.GetRequiredService<RevokePermit>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            Task.Run(() => revocation.RevokeAsync(permit.Id, $"Grund {number}", Guid.Empty, Cancellation), Cancellation)));

        Assert.Single(outcomes.Select(outcome => outcome.Value.EndReason).Distinct());
        Assert.Single(await town.ReadAsync(database => database.Audit.ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_permit_of_another_town_or_none_cannot_be_revoked()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var foreign = await town.AddPermitAsync("AC-XY 1", permit => permit.Ags = "05334002");
        await using var scope = town.Services.CreateAsyncScope();
        var revocation = scope.ServiceProvider.GetRequiredService<RevokePermit>();

        Assert.IsType<PermitNotFound>((await revocation.RevokeAsync(foreign.Id, "Grund", Guid.Empty, Cancellation)).Refusal);
        Assert.IsType<PermitNotFound>((await revocation.RevokeAsync(town.Random.NewId(), "Grund", Guid.Empty, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Only_a_clerk_with_the_form_of_the_page_revokes()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-AB 123");
        var address = $"/office/permits/{permit.Id}/revocation";
        var warden = await town.SignInAsync("Warden");
        await warden.OpenAsync("/warden");

        Assert.Contains("/sign-in", (await town.NewBrowser().SendFormAsync(address, ("reason", "weggezogen"))).Onwards, StringComparison.Ordinal);
        Assert.Contains("/sign-in/other-role", (await warden.SendFormAsync(address, ("reason", "weggezogen"))).Onwards, StringComparison.Ordinal);
        var clerk = await town.SignInAsync("Clerk");
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SendFormAsync(address, ("reason", "weggezogen"), ("__RequestVerificationToken", "made up"))).Status);
        Assert.Equal(PermitState.Active, (await town.ReadAsync(database => database.Permits.SingleAsync(Cancellation))).State);
    }

    /// <summary>Opens the permit's story, sends the form on it and goes where that leads.</summary>
    private static async Task<Page> RevokeAsync(PortalBrowser clerk, Permit permit, string reason)
    {
        await clerk.OpenAsync($"/office/permits/{permit.Id}");
        var answer = await clerk.SendFormAsync($"/office/permits/{permit.Id}/revocation", ("reason", reason));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await clerk.OpenAsync(answer.Onwards!);
    }
}
