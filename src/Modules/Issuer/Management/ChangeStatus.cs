using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Issuer.Management;

/// <summary>Whose credentials get which status.</summary>
internal sealed record StatusRequest(
    [property: JsonPropertyName("subject"), Required, StringLength(200, MinimumLength = 1), Description("The subject given with the offer.")] string? Subject,
    [property: JsonPropertyName("status"), Required, Description("valid, suspended or revoked.")] string? Status);

/// <summary>Lets another system of the town suspend, resume or revoke the credentials it had offered.</summary>
internal sealed class ChangeStatus(IDbContextFactory<IssuerDb> databases, CredentialStatuses statuses)
{
    /// <summary>Null when it is done; otherwise why nothing was changed.</summary>
    public async Task<Refusal?> ChangeAsync(string? subject, string? status, CancellationToken cancellationToken)
    {
        Func<string, CancellationToken, Task>? change = status switch
        {
            "valid" => statuses.ResumeAsync,
            "suspended" => statuses.SuspendAsync,
            "revoked" => statuses.RevokeAsync,
            _ => null,
        };
        if (change is null)
            return new UnknownStatus();
        if (subject is null || !await IsKnownAsync(subject, cancellationToken))
            return new UnknownSubject();

        await change(subject, cancellationToken);
        return null;
    }

    /// <summary>POST /management/v1/credential-statuses.</summary>
    public static async Task<IResult> AnswerAsync(StatusRequest request, ChangeStatus change, HttpContext context) =>
        await change.ChangeAsync(request.Subject, request.Status, context.RequestAborted) is { } refusal ? context.Problem(refusal) : Results.NoContent();

    private async Task<bool> IsKnownAsync(string subject, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Offers.AnyAsync(offer => offer.Subject == subject, cancellationToken);
    }
}
