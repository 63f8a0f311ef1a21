using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Registers;

/// <summary>How the suppliers' exports stand, with the problems of a refused one row by row: <c>GET /management/v1/registers</c>. Nothing about persons.</summary>
internal static class ReadRegisterState
{
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/management/v1/registers", RespondAsync)
            .RequireManagementKey()
            .WithName("ReadRegisterState")
            .WithTags("Registers")
            .WithSummary("How the exports of the registers stand")
            .WithDescription("The export in force and, when a newer file was refused, its problems row by row (the first hundred). Rows and columns only, never what stands there.")
            .Produces<IReadOnlyList<ExportState>>();

    private static async Task<IResult> RespondAsync(IDbContextFactory<RegistersDb> databases, CurrentLanguage language, CancellationToken cancellationToken)
    {
        var texts = RegistersTexts.For(language.Language);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var exports = await database.Exports.AsNoTracking().OrderBy(export => export.Name).ToListAsync(cancellationToken);
        return Results.Ok(exports.Select(export => new ExportState(
            export.Name, export.AcceptedAt, export.Entries, export.RefusedAt, export.ProblemCount,
            [.. export.FirstProblems.Select(problem => new Complaint(problem.Row, problem.Column, problem.Kind, texts.Explain(problem.Kind)))])));
    }

    /// <summary>How the exports of one register stand.</summary>
    /// <param name="Register"><c>residents</c> or <c>vehicles</c>.</param>
    /// <param name="AcceptedAt">Since when the present export is in force; null when there is none.</param>
    /// <param name="Entries">How many entries it has.</param>
    /// <param name="RefusedAt">When a newer one was refused; null when none was.</param>
    /// <param name="ProblemCount">How many problems that one has.</param>
    /// <param name="Problems">The first hundred.</param>
    internal sealed record ExportState(
        string Register, [property: JsonPropertyName("accepted_at")] DateTimeOffset? AcceptedAt, int Entries, [property: JsonPropertyName("refused_at")] DateTimeOffset? RefusedAt,
        [property: JsonPropertyName("problem_count")] int ProblemCount, IReadOnlyList<Complaint> Problems);

    /// <summary>One problem.</summary>
    /// <param name="Row">Row of the file, from 1; 0 for the whole file.</param>
    /// <param name="Column">Column; empty for the whole row.</param>
    /// <param name="Kind">What is wrong.</param>
    /// <param name="Sentence">The same in words.</param>
    internal sealed record Complaint(int Row, string Column, ExportProblemKind Kind, string Sentence);
}
