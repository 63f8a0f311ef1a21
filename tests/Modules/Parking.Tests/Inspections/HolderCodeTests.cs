using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections;

/// <summary>The code that a wallet shows in the place of a plate.</summary>
public sealed class HolderCodeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_code_of_a_permit_leads_to_its_plate_and_zone_as_long_as_it_holds(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (citizen, permit) = await ReceivePermitAsync(town);
        var warden = await town.SignInAsync("Warden");
        var plate = await town.ReadAsync(database => database.Permits.Select(stored => stored.Plates).SingleAsync(Cancellation));

        var shown = await warden.AskAsync(citizen.Wallet.ShowToWarden(permit));
        Assert.Contains("\"state\":\"valid\"", shown.Html, StringComparison.Ordinal);
        Assert.Contains(plate, shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(citizen.Person.Card.Name.FamilyName, shown.Html, StringComparison.Ordinal);

        var late = citizen.Wallet.ShowToWarden(permit);
        town.Time.Now += TimeSpan.FromMinutes(3);
        Assert.Contains("urn:modellstadt:issuer:old-holder-code", (await warden.AskAsync(late)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_a_revoked_permit_does_not_hold()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (citizen, permit) = await ReceivePermitAsync(town);
        var warden = await town.SignInAsync("Warden");
        await using (var scope = town.Services.CreateAsyncScope())
        {
            var id = await town.ReadAsync(database => database.Permits.Select(stored => stored.Id).SingleAsync(Cancellation));
            await scope.ServiceProvider.GetRequiredService<RevokePermit>().RevokeAsync(id, "weggezogen", Guid.Empty, Cancellation);
        }

        await Staff.UntilAsync(async () => (await warden.AskAsync(citizen.Wallet.ShowToWarden(permit))).Status == HttpStatusCode.Gone);
    }

    /// <summary>Attack 28: what somebody photographed or edited is visible as such.</summary>
    [Fact]
    public async Task Attack_28_a_screenshot_of_somebody_elses_card_shows_another_plate_and_is_soon_worth_nothing()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (citizen, permit) = await ReceivePermitAsync(town);
        var warden = await town.SignInAsync("Warden");
        var plate = await town.ReadAsync(database => database.Permits.Select(stored => stored.Plates).SingleAsync(Cancellation));
        var screenshot = citizen.Wallet.ShowToWarden(permit);

        var atOnce = await warden.AskAsync(screenshot, "P|");
        Assert.Contains(plate, atOnce.Html, StringComparison.Ordinal);
        Assert.Equal("unknown", await warden.StateOfAsync("GE-ZZ 9999", "P|"));

        town.Time.Now += TimeSpan.FromSeconds(121);
        var later = await warden.AskAsync(screenshot, "P|");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.Status);
        Assert.Contains("urn:modellstadt:issuer:old-holder-code", later.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "7")]
    [InlineData(2, "99")]
    [InlineData(3, "1795510920")]
    [InlineData(4, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Attack_28_a_code_with_one_part_edited_is_refused_and_the_untouched_one_accepted(int part, string edited)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (citizen, permit) = await ReceivePermitAsync(town);
        var warden = await town.SignInAsync("Warden");
        var parts = citizen.Wallet.ShowToWarden(permit).Split('.');
        Assert.Equal(HttpStatusCode.OK, (await warden.AskAsync(string.Join('.', parts))).Status);

        parts[part] = edited;
        var refused = await warden.AskAsync(string.Join('.', parts));
        Assert.InRange((int)refused.Status, 400, 499);
        Assert.Contains("urn:modellstadt:issuer:unknown-holder-code", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_another_card_knows_no_permit_and_shows_no_plate()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        var answer = await (await town.SignInAsync("Warden")).AskAsync(citizen.Wallet.ShowToWarden(citizen.Wallet.Copies[0]));

        Assert.Contains("\"state\":\"unknown\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("\"lines\":[]", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MSP1.")]
    [InlineData("MSP1.1.2.3.AAAA")]
    [InlineData("MSP1.999999999999.1.1.x")]
    public async Task A_made_up_code_is_refused(string code)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var answer = await (await town.SignInAsync("Warden")).AskAsync(code);

        Assert.InRange((int)answer.Status, 400, 499);
        Assert.Contains("urn:modellstadt:issuer:", answer.Html, StringComparison.Ordinal);
    }

    private static async Task<(Citizen Citizen, PresentableCredential Permit)> ReceivePermitAsync(PermitTown town)
    {
        var citizen = await town.CitizenAsync();
        var granted = await citizen.GetPermitAsync();
        await citizen.Wallet.ReceiveAsync(granted.Onwards!);
        return (citizen, citizen.Wallet.Copies[^1]);
    }
}
