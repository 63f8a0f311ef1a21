using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Enrolments;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Management;

/// <summary>POST <c>/management/v1/staff</c>: makes an account and the link with which its owner registers a first passkey.</summary>
internal sealed class InviteStaff(
    IDbContextFactory<AccountsDb> databases, EnrolmentLinks links, StaffAudit audit, IOptions<TownOptions> town, RandomSource random, TimeProvider time)
{
    public const int MaxNameLength = 100;

    public static Task<IResult> PostAsync(Invitation invitation, HttpContext context, InviteStaff invite) => invite.RespondAsync(invitation, context);

    private async Task<IResult> RespondAsync(Invitation invitation, HttpContext context)
    {
        if (RoleWords.Read(invitation.Role) is not { } role || !IsUsable(invitation.Name))
            return context.Problem(new StaffUnusable());

        var account = new StaffAccount
        {
            Id = random.NewId(), Ags = town.Value.Ags, Name = invitation.Name.Trim(), Role = role, Demo = false, SecurityStamp = random.NewSecret(), CreatedAt = time.GetUtcNow(),
        };
        var (enrolment, link) = links.Create(account);
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        database.AddRange(account, enrolment);
        audit.AddByManagement(database, account.Id, "staff-invited", role.Word());
        await database.SaveChangesAsync(context.RequestAborted);

        context.NeverStore();
        return Results.Created($"/management/v1/staff/{account.Id}", new Invited(account.Id, account.Name, role.Word(), link, enrolment.ExpiresAt));
    }

    private static bool IsUsable(string? name) => name is { Length: <= MaxNameLength } && !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl);

    /// <summary>Who gets an account.</summary>
    internal sealed record Invitation(
        [property: JsonPropertyName("name"), Description("Shown on screen and to colleagues; at most 100 characters.")] string Name,
        [property: JsonPropertyName("role"), Description(RoleWords.All + ".")] string Role);

    /// <summary>The new account.</summary>
    internal sealed record Invited(
        [property: JsonPropertyName("id")] Guid Id,
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("role")] string Role,
        [property: JsonPropertyName("enrolment_uri"), Description("For this person only: opens once, registers the first passkey.")] string EnrolmentUri,
        [property: JsonPropertyName("enrolment_expires_at")] DateTimeOffset EnrolmentExpiresAt);
}
