using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>The status of what was shown: read anew for every answer, and from nowhere a stranger could point to.</summary>
public sealed class StatusTests
{
    [Theory]
    [InlineData(StatusValues.Invalid, "credential-revoked")]
    [InlineData(StatusValues.Suspended, "credential-suspended")]
    public async Task What_the_issuer_took_back_is_refused_at_once(byte status, string refusal)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        Assert.Null(await ShowAsync(town));

        town.Issuer.SetStatus(town.Card, status);

        Assert.Equal(refusal, await ShowAsync(town));
    }

    [Fact]
    public async Task Without_its_list_a_credential_is_refused()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        town.StatusLists.Silent = true;

        Assert.Equal("status-unknown", await ShowAsync(town));
    }

    [Fact]
    public async Task An_address_that_is_not_on_the_list_is_never_called()
    {
        await using var server = await StatusListServer.StartAsync();
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), statusList: new Uri(server.Address, StatusScene.ListPath));
        town.StatusLists.Silent = true;
        server.Answer = _ => StatusScene.List(town.Issuer.SignStatusList(town.Time.Now, TimeSpan.FromMinutes(1)));

        Assert.Equal("status-unknown", await ShowAsync(town));

        Assert.Empty(server.Asked);
    }

    private static Task<string?> ShowAsync(VerifyingTown town) => StatusScene.ShowAsync(town);
}
