namespace AgencyPlatform.Specs.Triage;

public sealed class Labelled_notices
{
    [Theory, InlineData("tuning"), InlineData("holdout")]
    public void reach_the_right_desk_in_95_of_100(string name) =>
        Assert.True(Of(name).DeskShare >= 0.95, $"{Of(name).DeskShare:P1}; wrong: {Of(name).Describe(n => n.HasRightDesk)}");

    [Theory, InlineData("tuning"), InlineData("holdout")]
    public void get_an_acceptable_category_in_90_of_100(string name) =>
        Assert.True(Of(name).CategoryShare >= 0.9, $"{Of(name).CategoryShare:P1}; wrong: {Of(name).Describe(n => n.HasRightCategory)}");

    [Theory, InlineData("tuning"), InlineData("holdout")]
    public void give_up_95_of_100_of_their_entities(string name) =>
        Assert.True(Of(name).EntityRecall >= 0.95, $"{Of(name).EntityRecall:P1}");

    [Theory, InlineData("tuning"), InlineData("holdout")]
    public void are_never_taken_for_Amazon_mail_when_they_only_look_like_it(string name)
    {
        var lookAlikes = Of(name).Notices.Where(n => n.IsLookAlike).ToList();

        Assert.NotEmpty(lookAlikes);
        Assert.DoesNotContain(lookAlikes, n => n.Result.IsAmazonNotice || n.Result.Desk is not null);
    }

    [Theory, InlineData("tuning"), InlineData("holdout")]
    public void are_explained_by_pieces_of_their_own_text(string name) => Assert.All(Of(name).Notices, notice =>
    {
        foreach (var reason in notice.Result.Why.Concat(notice.Result.Categories.SelectMany(c => c.Why)))
        {
            Assert.Equal(notice.Text.Substring(reason.Start, reason.Length), reason.Text);
            Assert.NotEmpty(reason.Text);
        }

        foreach (var clock in notice.Result.Clocks.Where(c => c.Source == "notice")) { Assert.NotEmpty(notice.Text.Substring(clock.Start!.Value, clock.Length!.Value)); }
    });

    private static Corpus Of(string name) => name == "tuning" ? Corpus.Tuning : Corpus.Holdout;
}
