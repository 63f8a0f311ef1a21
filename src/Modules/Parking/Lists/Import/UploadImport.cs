using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Import;

/// <summary>A clerk uploads a list of another program: <c>POST /office/import</c>. Nothing of it counts yet.</summary>
internal sealed class UploadImport(IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail trail, RandomSource random, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(ImportAddresses.Upload, RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(ImportTable.MostBytes + 16_384).ExcludeFromDescription();

    /// <summary>Stores the list with the mapping that its columns suggest.</summary>
    public async Task<Outcome<PermitImport>> ExecuteAsync(byte[] file, Guid clerk, CancellationToken cancellationToken)
    {
        if (file.Length > ImportTable.MostBytes)
            return new ImportTooLong(ImportTable.MostRows);
        var content = Decode(file);
        if (!ImportTable.Read(content).Succeeded(out var table, out var unreadable))
            return unreadable;

        var import = new PermitImport
        {
            Id = random.NewId(),
            Ags = rules.Ags,
            Content = content,
            Mapping = ImportMapping.Guess(table.Columns).Write(),
            UploadedAt = time.GetUtcNow(),
            UploadedBy = Actors.Staff(clerk),
        };
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.PermitImports.Add(import);
        trail.Add(database, Actors.Staff(clerk), "permit-list-uploaded", ImportAddresses.SubjectOf(import.Id));
        await database.SaveChangesAsync(cancellationToken);
        return import;
    }

    /// <summary>UTF-8 when it is, else ISO 8859-1, which older German programs write.</summary>
    private static string Decode(byte[] file)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(file);
        }
    }

    private static async Task<IResult> RespondAsync(IFormFile? file, HttpContext context, UploadImport upload, CurrentStaff clerk)
    {
        if (file is null || file.Length > ImportTable.MostBytes)
            return context.Problem(new ImportUnreadable());
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, context.RequestAborted);
        var outcome = await upload.ExecuteAsync(memory.ToArray(), clerk.Id!.Value, context.RequestAborted);
        return outcome.Match<IResult>(import => new SeeOther(ImportAddresses.Page(import.Id)), refusal => context.Problem(refusal));
    }
}
