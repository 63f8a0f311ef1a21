using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Messages;
using Modellstadt.Region.Funding.Office;

namespace Modellstadt.Region.Funding.Proof;

/// <summary>The proof of use of a notice as it stands today, as a table and for printing.</summary>
internal static class ExportProof
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(FundingAddresses.List + "/{id:guid}/proof.xlsx", TableAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).ExcludeFromDescription();
        endpoints.MapGet(FundingAddresses.List + "/{id:guid}/proof.pdf", PaperAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).ExcludeFromDescription();
    }

    private static async Task<IResult> TableAsync(Guid id, HttpContext context, ReadFunding funding, FundingProgrammes programmes, TownCalendar calendar, CurrentLanguage language)
    {
        context.NeverStore();
        if (await funding.OneAsync(id, context.RequestAborted) is not { } story)
            return context.RefusePage(new NoSuchNotice());

        var content = new MemoryStream();
        await ProofWorkbook.WriteAsync(ProofOfUse.Of(story, programmes, calendar.Today), language.Language, content, context.RequestAborted);
        content.Position = 0;
        return Results.Stream(content, Workbook, $"{NameOf(story)}.xlsx");
    }

    private static async Task<IResult> PaperAsync(Guid id, HttpContext context, ReadFunding funding, FundingProgrammes programmes, TownCalendar calendar, CurrentLanguage language)
    {
        context.NeverStore();
        return await funding.OneAsync(id, context.RequestAborted) is { } story
            ? Results.File(LetterPdf.Of(ProofLetter.Of(ProofOfUse.Of(story, programmes, calendar.Today), language.Language, context.Request.Query["interim"] == "yes")), "application/pdf", $"{NameOf(story)}.pdf")
            : context.RefusePage(new NoSuchNotice());
    }

    private static string NameOf(NoticeStory story) => $"{story.Notice.ProjectId}{(story.Notice.Demo ? "-DEMO" : "")}";
}
