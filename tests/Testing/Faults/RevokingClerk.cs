using System.Net;

namespace Modellstadt.Testing.Faults;

/// <summary>A clerk who revokes one permit after the other, and repeats each revocation until the town has answered.</summary>
internal sealed class RevokingClerk(HeadlessBrowser browser, Diary diary) : IDisposable
{
    /// <summary>Signs in.</summary>
    public Task SignInAsync() => Persistence.UntilAnsweredAsync(async () =>
    {
        await browser.SignInAsync("clerk");
        return true;
    });

    /// <summary>Revokes some permit that is in force, if there is one.</summary>
    public async Task RevokeAnyAsync()
    {
        if (diary.Permits.Keys.FirstOrDefault(number => !diary.RevocationsAsked.ContainsKey(number)) is not { } number)
            return;

        diary.RevocationsAsked[number] = true;
        await Persistence.UntilAnsweredAsync(() => RevokeAsync(number));
        diary.RevocationsAcknowledged[number] = true;
    }

    public void Dispose() => browser.Dispose();

    private async Task<HeadlessPage> RevokeAsync(string number)
    {
        var found = (await browser.OpenAsync($"/office?search={Uri.EscapeDataString(number)}")).Expect(HttpStatusCode.OK);
        var address = found.PortalLink("/office/permits/") ?? throw new InvalidOperationException($"The office does not find permit {number}.");
        var (story, action) = ((await browser.OpenAsync(address)).Expect(HttpStatusCode.OK), $"{address}/revocation");
        // A revocation that was cut off after its commit needs no second one.
        if (!story.HasForm(action))
            return story;
        var answer = (await browser.SubmitAsync(story, action, ("reason", "Moved away"))).Expect(HttpStatusCode.SeeOther);
        return answer.Location == address ? answer : throw new InvalidOperationException($"Permit {number} was not revoked: {answer.Location}");
    }
}
