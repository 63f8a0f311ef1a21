using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>The project office brings documents, confirms their import, and takes entries out again.</summary>
internal static class AnswerImport
{
    private const int SmallForm = 8192;

    /// <summary>A text of the largest size may be three times as long in a form.</summary>
    private const int LargestForm = (3 * LinkedNodes.MostBytes) + (64 * 1024);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Post(endpoints, ImportAddresses.Bring, BringAsync, LargestForm);
        Post(endpoints, ImportAddresses.Fetch, FetchAsync, SmallForm);
        Post(endpoints, ImportAddresses.Office + "/{id:guid}/confirmation", ConfirmAsync, SmallForm);
        Post(endpoints, ImportAddresses.Removal("{id}"), RemoveAsync, SmallForm);
    }

    private static void Post(IEndpointRouteBuilder endpoints, string address, Delegate answer, int largest) =>
        endpoints.MapPost(address, answer).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(largest).ExcludeFromDescription();

    private static async Task<IResult> BringAsync(IFormCollection form, HttpContext context, PrepareImport prepare, CurrentStaff clerk)
    {
        var document = form.Files.GetFile("file") is { Length: > 0 } file ? await BytesOf(file, context.RequestAborted) : Encoding.UTF8.GetBytes(form["text"].ToString());
        return Shown(context, await prepare.ExecuteAsync(document, new(form["source"].ToString(), Fetched: false), Actors.Staff(clerk.Id!.Value), context.RequestAborted));
    }

    private static async Task<IResult> FetchAsync([FromForm] string? address, HttpContext context, FetchDocument fetch, PrepareImport prepare, CurrentStaff clerk)
    {
        var fetched = await fetch.GetAsync(address ?? "", context.RequestAborted);
        return fetched.Succeeded(out var document, out var refusal)
            ? Shown(context, await prepare.ExecuteAsync(document, new(address!, Fetched: true), Actors.Staff(clerk.Id!.Value), context.RequestAborted))
            : context.RefusePage(refusal);
    }

    /// <summary>The form is a parameter so that its token is checked.</summary>
    private static async Task<IResult> ConfirmAsync(Guid id, IFormCollection form, HttpContext context, ConfirmImport confirm, CurrentStaff clerk) =>
        (await confirm.ExecuteAsync(id, Actors.Staff(clerk.Id!.Value), context.RequestAborted)).Match<IResult>(
            changed => new SeeOther(FormattableString.Invariant($"{ImportAddresses.Office}?taken={changed}")), context.RefusePage);

    private static async Task<IResult> RemoveAsync(string id, [FromForm] string? reason, HttpContext context, RemoveResult remove, CurrentStaff clerk) =>
        (await remove.ExecuteAsync(id, reason, Actors.Staff(clerk.Id!.Value), context.RequestAborted)).Match<IResult>(
            _ => new SeeOther($"{ImportAddresses.Office}?removed=yes"), context.RefusePage);

    private static IResult Shown(HttpContext context, Outcome<Guid> outcome) => outcome.Match<IResult>(draft => new SeeOther(ImportAddresses.Draft(draft)), context.RefusePage);

    private static async Task<byte[]> BytesOf(IFormFile file, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }
}
