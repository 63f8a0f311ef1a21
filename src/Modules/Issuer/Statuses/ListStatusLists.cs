using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Credentials;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Issuer.Statuses;

/// <summary>
/// Names all status lists of an issuer (Token Status List, section 9), so that a verifier can fetch them before it is shown
/// anything: who fetches all tells nobody which one was needed.
/// </summary>
internal sealed class ListStatusLists(IDbContextFactory<IssuerDb> databases, HostedIssuers issuers)
{
    /// <summary>Where an issuer's lists are named, below its own address.</summary>
    public const string Path = "/status-lists";

    /// <summary>The lists; null when there is no such issuer.</summary>
    public async Task<StatusListAggregation?> ReadAsync(string slug, CancellationToken cancellationToken)
    {
        if (issuers.Find(slug) is not { } issuer)
            return null;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var numbers = await database.StatusLists.Where(list => list.IssuerSlug == slug).Select(list => list.Number).Order().ToListAsync(cancellationToken);
        return new StatusListAggregation([.. numbers.Select(number => CopyMaking.StatusListAddress(issuer, number))]);
    }

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/issuers/{slug}" + Path, AnswerAsync).OpenToWallets();

    private static async Task<IResult> AnswerAsync(string slug, ListStatusLists lists, IOptions<IssuerOptions> options, HttpContext context) =>
        await lists.ReadAsync(slug, context.RequestAborted) is { } aggregation
            ? context.PublicAnswer(StrictJson.Write(aggregation.ToJson()), options.Value.StatusListTtl)
            : Results.NotFound();
}
