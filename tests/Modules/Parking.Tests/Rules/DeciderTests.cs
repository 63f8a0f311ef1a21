using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Permits;
using static Modellstadt.Parking.Tests.Rules.SampleTown;

namespace Modellstadt.Parking.Tests.Rules;

/// <summary>Who may decide an application: the program only on the basis that the town states (§ 35a VwVfG NRW).</summary>
public sealed class DeciderTests
{
    private const string Basis = "§ 35a VwVfG NRW mit Satzung";
    private const string Prepared = "grant A; GE-AB 123; 12 months; EUR 30.00";

    private static readonly Guid Clerk = new("0b7c5a4e-0000-4000-8000-000000000001");

    [Theory]
    [InlineData(Basis, Basis)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_program_decides_alone_only_on_a_stated_basis(string? stated, string? basis) =>
        Assert.Equal(basis is null ? null : new Decider(Actors.Program, basis), Of(stated, ClerkFindings.None));

    [Theory]
    [InlineData(Basis)]
    [InlineData(null)]
    public void A_release_makes_the_clerk_the_one_who_decides(string? stated) =>
        Assert.Equal(new Decider(Actors.Staff(Clerk), null), Of(stated, ClerkFindings.None.With(new Released(Prepared) { By = Clerk, At = default })));

    [Fact]
    public void A_release_of_another_decision_releases_nothing() =>
        Assert.Null(Of(null, ClerkFindings.None.With(new Released("grant B; GE-AB 123; 12 months; EUR 30.00") { By = Clerk, At = default })));

    [Fact]
    public void What_rests_on_a_finding_is_decided_by_the_clerk_who_found_it()
    {
        var found = ClerkFindings.None.With(new ZoneFound("Hauptstraße 17a", "A") { By = Clerk, At = default });
        Assert.Equal(new Decider(Actors.Staff(Clerk), null), Of(Basis, found));
        Assert.Null(Of(null, found));
    }

    [Fact]
    public void Another_zone_vehicle_term_or_price_is_another_decision()
    {
        var grant = PermitRules.Decide(Town, Person, new PermitWish(["GE-AB123"], 12, NoOwnSpace: true)).Value;
        var all = new[]
        {
            PreparedDecision.Of(grant, 12),
            PreparedDecision.Of(grant, 6),
            PreparedDecision.Of(grant with { Euros = 31 }, 12),
            PreparedDecision.Of(grant with { Proposal = grant.Proposal with { ZoneId = "B" } }, 12),
            PreparedDecision.Of(grant with { Vehicles = [grant.Vehicles[0] with { Plate = "GE-AB 124" }] }, 12),
            PreparedDecision.Of(new NotResident()),
        };

        Assert.Equal(Prepared, all[0]);
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(PreparedDecision.Of(grant, 12), PreparedDecision.Of(grant with { ValidFrom = Day.AddDays(1), ValidUntil = grant.ValidUntil.AddDays(1) }, 12));
    }

    private static Decider? Of(string? stated, ClerkFindings findings) =>
        Decider.Of(Town.With(TownRules with { AutomationBasis = Known<string?>(stated) }), findings, Prepared);
}
