using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Office;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.RegisterEvents;

/// <summary>What a clerk decides about what registers told: exactly what was prepared, in words of its own.</summary>
public sealed class ReleaseEventTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_who_confirms_one_end_never_carries_out_another(DatabaseKind kind)
    {
        using var files = new TownFiles("automation_basis");
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var (citizen, clerk) = await HolderAsync(town);
        town.Registers.Change(citizen.Person.Id, resident => resident with { Residences = [] });
        var change = new RegisterChange.MovedAway(town.Random.NewId(), citizen.Person.Id, Today);
        await ReceiveAsync(town, change);
        var page = await clerk.OpenCaseAsync(change.Id);
        Assert.Contains("weggezogen (Melderegister)", page.Html, StringComparison.Ordinal);
        var shown = CaseSteps.PreparedIn(page);

        // Before the click the register learns of a death: that is another decision.
        town.Registers.Change(citizen.Person.Id, resident => resident with { Deceased = true });
        await clerk.ActOnAsync(change.Id, "finding", ("finding", "release"), ("prepared", shown));
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
        Assert.Equal(ApplicationState.WaitingForClerk, (await town.ApplicationAsync(change.Id)).State);
        Assert.Null(await town.DecisionAsync(change.Id));

        town.Registers.Change(citizen.Person.Id, resident => resident with { Residences = [] });
        await clerk.ActAsync(change.Id, "finding", ("finding", "release"));
        Assert.Equal((PermitState.Lapsed, "weggezogen (Melderegister)"), ((await town.PermitOfAsync(citizen)).State, (await town.PermitOfAsync(citizen)).EndReason));
        var decision = await town.DecisionAsync(change.Id);
        Assert.Equal((DecisionOutcome.Granted, null), (decision!.Outcome, decision.LegalBasis));
        Assert.StartsWith("staff/", decision.DecidedBy, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_end_is_called_an_end_and_may_be_left_without_a_refusal(DatabaseKind kind)
    {
        using var files = new TownFiles("automation_basis");
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var (citizen, clerk) = await HolderAsync(town);
        town.Registers.Change(citizen.Person.Id, resident => resident with { Residences = [] });
        var change = new RegisterChange.MovedAway(town.Random.NewId(), citizen.Person.Id, Today);
        await ReceiveAsync(town, change);
        var page = await clerk.OpenCaseAsync(change.Id);
        Assert.Contains("Der Ausweis endet", page.Html, StringComparison.Ordinal);
        Assert.Contains("Ausweis bestehen lassen", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("blehnung", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("ablehnen", page.Html, StringComparison.Ordinal);

        await clerk.ActAsync(change.Id, "refusal", ("reason", "Fehler des Melderegisters."));

        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
        var decision = await town.DecisionAsync(change.Id);
        Assert.Equal("urn:modellstadt:parking:event-set-aside", StoredRefusal.Read(decision!.Refusal!).Type);
        Assert.StartsWith("staff/", decision.DecidedBy, StringComparison.Ordinal);
        var history = await town.HistoryOfAsync(change.Id);
        Assert.Contains("register-event-set-aside", history);
        Assert.DoesNotContain("application-refused", history);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_vehicle_that_is_gone_in_a_town_without_a_rule_for_it_lies_before_the_office(DatabaseKind kind)
    {
        using var files = new TownFiles("ends_with_move_or_sale");
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var (citizen, clerk) = await HolderAsync(town);
        var permit = await town.PermitOfAsync(citizen);
        town.Registers.Change(citizen.Person.Id, _ => Array.Empty<RegisteredVehicle>());
        var change = new RegisterChange.VehicleGone(town.Random.NewId(), citizen.Person.Id, Today, permit.Plates);
        await ReceiveAsync(town, change);

        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
        var waiting = await town.ApplicationAsync(change.Id);
        Assert.Equal((ApplicationState.WaitingForClerk, false, "urn:modellstadt:parking:vehicle-left"), (waiting.State, waiting.AwaitsRelease, StoredRefusal.Read(waiting.Refusal!).Type));

        await clerk.ActAsync(change.Id, "finding", ("finding", "release"));
        Assert.Equal(PermitState.Lapsed, (await town.PermitOfAsync(citizen)).State);
        Assert.StartsWith("staff/", (await town.DecisionAsync(change.Id))!.DecidedBy, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_vehicle_that_is_gone_where_the_permit_stays_by_rule_stands_in_the_history_once(DatabaseKind kind)
    {
        using var files = new TownFiles();
        files.State("ends_with_move_or_sale", false);
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var (citizen, clerk) = await HolderAsync(town);
        var permit = await town.PermitOfAsync(citizen);
        town.Registers.Change(citizen.Person.Id, _ => Array.Empty<RegisteredVehicle>());
        var change = new RegisterChange.VehicleGone(town.Random.NewId(), citizen.Person.Id, Today, permit.Plates);
        await ReceiveAsync(town, change);
        await ReceiveAsync(town, change);

        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
        Assert.Single(await town.HistoryOfAsync(citizen.Application), "vehicle-left");
        Assert.Contains("der Ausweis bleibt nach der Regel der Stadt", (await clerk.OpenAsync($"/office/permits/{permit.Id}")).Html, StringComparison.Ordinal);
    }

    private static Task ReceiveAsync(PermitTown town, RegisterChange change) =>
        town.Services.GetServices<IRegisterChangeReceiver>().Single(receiver => receiver.Name == "parking").ReceiveAsync(change, Cancellation);

    /// <summary>A holder, and a clerk; where no program decides alone, that clerk has released the permit.</summary>
    private static async Task<(Citizen Citizen, PortalBrowser Clerk)> HolderAsync(PermitTown town)
    {
        var (citizen, clerk) = (await town.CitizenAsync(), await town.SignInAsync("Clerk"));
        await citizen.GetPermitAsync();
        if ((await town.ApplicationAsync(citizen.Application)).AwaitsRelease)
            await clerk.ActAsync(citizen.Application, "finding", ("finding", "release"));
        return (citizen, clerk);
    }
}
