using System.Net;
using Modellstadt.Kernel.Storage;
using Modellstadt.Messages.Printing;
using Modellstadt.Messages.Storage;
using Modellstadt.Messages.Tests.Letters;
using Modellstadt.Messages.Tests.Office;
using Modellstadt.Testing;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace Modellstadt.Messages.Tests.Printing;

/// <summary>Letters for people without e-mail.</summary>
public sealed class PrintQueueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_prints_all_letters_that_wait_and_notes_who_did_it(DatabaseKind kind)
    {
        await using var town = await MessageDeskTests.DemoTownAsync(kind);
        await town.Mailroom.SendAsync([SampleDrafts.OnPaper("1"), SampleDrafts.OnPaper("2") with { Letter = SampleLetters.Decision with { Reference = "GE-2026-000124" } }], Cancellation);
        using var clerk = await MessageDeskTests.ClerkAsync(town);
        Assert.Contains("2 Briefe warten.", await clerk.ReadAsync(PrintQueueEndpoints.Page), StringComparison.Ordinal);
        using var made = await clerk.SubmitAsync(PrintQueueEndpoints.Page, PrintQueueEndpoints.Batches);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);

        var batch = Assert.Single((await town.MessagesAsync()).Select(message => message.BatchId).Distinct())!.Value;
        var first = await FileAsync(clerk, batch);
        using (var pdf = PdfDocument.Open(first))
            Assert.Equal(["GE-2026-000123", "GE-2026-000124"], new[] { 1, 3 }.Select(page => pdf.GetPage(page).GetWords().First(word => word.Text.StartsWith("GE-", StringComparison.Ordinal)).Text));

        using var marked = await clerk.SubmitAsync(PrintQueueEndpoints.Page, PrintQueueEndpoints.PrintedOf(batch));
        Assert.Equal(HttpStatusCode.SeeOther, marked.StatusCode);
        var page = await clerk.ReadAsync(PrintQueueEndpoints.Page);
        Assert.Contains("Gerade wartet kein Brief.", page, StringComparison.Ordinal);
        Assert.Contains("noch einmal drucken", page, StringComparison.Ordinal);
        // Printed again, it is the same paper.
        Assert.Equal(first, await FileAsync(clerk, batch));
        await using var database = await town.OpenAsync();
        Assert.Equal(["letters-batched", "letters-marked-printed", "letters-printed", "letters-printed"], database.Audit.Where(entry => entry.Subject == $"print-batch/{batch}").Select(entry => entry.Action).Order().ToList());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_clerks_at_the_same_time_print_no_letter_twice(DatabaseKind kind)
    {
        await using var town = await MessageDeskTests.DemoTownAsync(kind);
        await town.Mailroom.SendAsync([.. Enumerable.Range(1, 10).Select(number => SampleDrafts.OnPaper($"{number}"))], Cancellation);
        var queue = town.Services.GetRequiredService<PrintQueue>();
        var batches = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => queue.MakeBatchAsync(Guid.Empty, "Aylin Çelik", Cancellation))));
        Assert.Equal(10, batches.Sum(batch => batch.Match(made => made.Letters, _ => 0)));
        Assert.All(batches, batch => Assert.True(batch.Refusal is null or NothingToPrint));
        Assert.All(await town.MessagesAsync(), message => Assert.Equal(MessageState.Printed, message.State));
    }

    [Fact]
    public async Task A_form_that_does_not_come_from_our_page_prints_nothing()
    {
        await using var town = await MessageDeskTests.DemoTownAsync();
        await town.Mailroom.SendAsync(SampleDrafts.OnPaper(), Cancellation);
        using var clerk = await MessageDeskTests.ClerkAsync(town);
        using var answer = await clerk.PostAsync(PrintQueueEndpoints.Batches);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(MessageState.ToPrint, (await town.MessagesAsync()).Single().State);
    }

    [Fact]
    public async Task Letters_that_were_deleted_after_their_time_cannot_be_printed_again()
    {
        await using var town = await MessageDeskTests.DemoTownAsync();
        await town.Mailroom.SendAsync(SampleDrafts.OnPaper(), Cancellation);
        var queue = town.Services.GetRequiredService<PrintQueue>();
        var batch = (await queue.MakeBatchAsync(Guid.Empty, "Aylin Çelik", Cancellation)).Value;
        Assert.Null((await queue.PrintAsync(batch.Id, Guid.Empty, Cancellation)).Refusal);
        town.Wait(TimeSpan.FromDays(91));
        await town.ForgetAsync();
        Assert.IsType<BatchUnknown>((await queue.PrintAsync(batch.Id, Guid.Empty, Cancellation)).Refusal);
    }

    private static async Task<byte[]> FileAsync(PageReader clerk, Guid batch)
    {
        using var answer = await clerk.GetAsync(PrintQueueEndpoints.FileOf(batch));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }
}
