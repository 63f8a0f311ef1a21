using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Modellstadt.Payments.Office;

/// <summary>What the clerk's pages of the books need.</summary>
internal static class BooksServices
{
    public static void AddBooks(this IServiceCollection services) => services.AddScoped<ReadBooks>().AddScoped<ReadRefunds>().AddScoped<ReadReminders>();

    public static void MapBooks(this IEndpointRouteBuilder endpoints)
    {
        UploadStatement.Map(endpoints);
        AnswerMovement.Map(endpoints);
        AnswerRefunds.Map(endpoints);
        AnswerReceivable.Map(endpoints);
        AnswerReminders.Map(endpoints);
        ExportLedger.Map(endpoints);
        ExportEnforcement.Map(endpoints);
    }
}
