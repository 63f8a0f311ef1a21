using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Accounts.Tests;

/// <summary>Who may do what: a new role opens nothing that was there before, and an administrator decides nothing of the model region.</summary>
public sealed class RoleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_of_the_model_region_opens_nothing_of_clerks_and_wardens()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        foreach (var name in new[] { "Lena Vorhaben", "Bernd Stimmberg", "Nuria Vorsitz", "Doris Bescheidt" })
        {
            var browser = town.Browser();
            (await browser.SignInAsDemoAsync(name)).Dispose();
            foreach (var address in new[] { AccountsTown.ForClerks, AccountsTown.ForWardens })
            {
                using var answer = await browser.GetAsync(address, "application/json");
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }
    }

    [Theory]
    [InlineData(new[] { StaffRole.Clerk }, true)]
    [InlineData(new[] { StaffRole.Warden }, true)]
    [InlineData(new[] { StaffRole.Clerk, StaffRole.ProjectOffice, StaffRole.BoardMember }, true)]
    [InlineData(new[] { StaffRole.ProjectOffice }, false)]
    [InlineData(new[] { StaffRole.BoardMember, StaffRole.BoardChair }, false)]
    [InlineData(new[] { StaffRole.DistrictGovernment }, false)]
    public void An_administrator_joins_only_where_clerks_or_wardens_may(StaffRole[] roles, bool joins)
    {
        var reach = RoleReach.Of(roles);
        Assert.Equal(joins, reach.Contains(StaffRole.Administrator));
        Assert.Equal(roles, reach.Where(role => role is not StaffRole.Administrator));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_directory_lists_the_unlocked_accounts_of_the_roles_asked_for(DatabaseKind kind)
    {
        await using var town = await AccountsTown.StartAsync(kind);
        var directory = town.Services.GetRequiredService<StaffDirectory>();
        StaffRole[] board = [StaffRole.BoardMember, StaffRole.BoardChair];
        var before = await directory.OfAsync(board, Cancellation);
        Assert.Equal(["Aylin Ratsfeld", "Bernd Stimmberg", "Nuria Vorsitz"], before.Select(member => member.Name));

        using var locked = await town.ManagementClient().PostAsync($"/management/v1/staff/{before[1].Id}/lock", null, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, locked.StatusCode);
        Assert.Equal(["Aylin Ratsfeld", "Nuria Vorsitz"], (await directory.OfAsync(board, Cancellation)).Select(member => member.Name));
    }

    [Fact]
    public async Task Every_role_has_a_word_with_which_an_account_is_made()
    {
        await using var town = await AccountsTown.StartAsync(DatabaseKind.Sqlite);
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            Assert.Equal(role, RoleWords.Read(role.Word()));
            Assert.Contains(role.Word(), RoleWords.All, StringComparison.Ordinal);
            Assert.NotNull((await town.InviteAsync("Aylin Çelik", role.Word())).Link);
        }

        Assert.Null(RoleWords.Read("mayor"));
        Assert.Null(RoleWords.Read("0"));
    }
}
