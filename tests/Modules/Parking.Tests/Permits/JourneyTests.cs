using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>From the first button to the permit in the wallet.</summary>
public sealed class JourneyTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Three_steps_lead_from_the_button_to_the_permit_in_the_wallet(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(kind);
        var citizen = await town.CitizenAsync();

        var proposal = await citizen.ShowCitizenIdAsync();
        Assert.Equal(HttpStatusCode.OK, proposal.Status);
        Assert.Contains("Verbindlich beantragen", proposal.Html, StringComparison.Ordinal);

        var granted = await citizen.ConfirmAsync(proposal);
        Assert.Equal(HttpStatusCode.SeeOther, granted.Status);
        Assert.StartsWith("http://wallet.localhost:5081/receive?credential_offer_uri=", granted.Onwards, StringComparison.Ordinal);

        var copies = await citizen.Wallet.ReceiveAsync(granted.Onwards!);
        Assert.Equal(10, copies.Count);
    }
}
