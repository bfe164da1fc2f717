using AgencyPlatform.Data.Sla;

namespace AgencyPlatform.Specs.Sla;

public sealed class Plans_in_files_with_a_fault : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plan").FullName;

    public Plans_in_files_with_a_fault()
    {
        foreach (var file in Directory.GetFiles(Plans_shipped_with_the_server.Folder, "*.yaml")) { File.Copy(file, Path.Combine(folder, Path.GetFileName(file))); }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("calendars.yaml", "timeZone: Asia/Shanghai", "timeZone: Asia/Beijing", "calendars.0.timeZone", "plan.zone-unknown timeZone=Asia/Beijing")]
    [InlineData("calendars.yaml", "timeZone: Asia/Shanghai", "timezone: Asia/Shanghai", "calendars.0.timezone", "unknown here")]
    [InlineData("calendars.yaml", "monday: [\"09:00-17:00\"]", "monday: [\"09:00-17:60\"]", "calendars.1.week.monday.0", "09:00-17:60 is not a value")]
    [InlineData("calendars.yaml", "monday: [\"09:00-17:00\"]", "monday: [\"09:00-17:00\", \"16:00-18:00\"]", "calendars.1.week.monday", "first=09:00–17:00 firstDay=monday second=16:00–18:00")]
    [InlineData("holidays.yaml", "worksLike: monday", "worksLike: moonday", "holidaySets.0.days.33.worksLike", "moonday is not a value")]
    [InlineData("holidays.yaml", "{ date: 2026-01-02,", "{ date: 2026-01-32,", "holidaySets.0.days.1.date", "2026-01-32 is not a value")]
    [InlineData("holidays.yaml", "{ date: 2026-01-02,", "{ date: 2026-01-01,", "holidaySets.0.days.1.date", "plan.date-twice date=2026-01-01")]
    [InlineData("plan.yaml", "defaultCalendar: us", "defaultCalendar: uk", "defaultCalendar", "plan.reference-unknown kind=calendar id=uk")]
    [InlineData("plan.yaml", "defaultCalendar: us", "standardCalendar: us", "standardCalendar", "unknown here")]
    [InlineData("plan.yaml", "    seconds: 1h", "    seconds: 1d", "rules.0.seconds", "1d is not a value")]
    [InlineData("plan.yaml", "    seconds: 1h", "    seconds: 0", "rules.0.seconds", "plan.number-invalid value=0")]
    [InlineData("plan.yaml", "    metric: first-response", "    metric: first-answer", "rules.0.metric", "id=first-answer")]
    [InlineData("plan.yaml", "quietHours: \"21:00-08:00\"", "quietHours: \"09:00-08:00\"", "quietHours", "plan.window-invalid")]
    [InlineData("plan.yaml", "kind: role, id: owner", "kind: role, id: king", "ladders.1.steps.2.target", "plan.reference-unknown kind=role id=king")]
    public void name_file_line_key_and_reason(string file, string sound, string faulty, string key, string reason)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + faulty + text[(at + sound.Length)..]);

        var load = PlanFiles.Load(folder);

        Assert.Null(load.Plan);
        var problem = Assert.Single(load.Problems, p => p.Key == key);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.Equal((file, text[..at].Count(c => c == '\n') + 1), (problem.File, problem.Line));
    }

    [Fact]
    public void name_a_key_that_stands_in_two_files()
    {
        File.WriteAllText(Path.Combine(folder, "zz.yaml"), "reopenWithinSeconds: 1h\n");
        Assert.Equal(("zz.yaml", 1, "reopenWithinSeconds"), Place());
    }

    [Fact]
    public void name_an_id_that_stands_in_two_files()
    {
        File.WriteAllText(Path.Combine(folder, "zz.yaml"), "holidaySets:\n  de:\n    source: x\n");
        Assert.Equal(("zz.yaml", 2, "holidaySets.de"), Place());
    }

    [Fact]
    public void name_what_is_no_yaml_and_no_map()
    {
        File.WriteAllText(Path.Combine(folder, "zz.yaml"), "a: [1\nb: 2\n");
        Assert.Equal("zz.yaml", Place().File);
        File.WriteAllText(Path.Combine(folder, "zz.yaml"), "- 1\n");
        Assert.Equal(("zz.yaml", 0, ""), Place());
        File.WriteAllText(Path.Combine(folder, "zz.yaml"), "ladders: 5\n");
        Assert.Equal(("zz.yaml", 1, "ladders"), Place());
    }

    [Fact]
    public void say_that_the_default_calendar_or_the_folder_is_missing()
    {
        File.Delete(Path.Combine(folder, "plan.yaml"));
        Assert.Equal("defaultCalendar", Place().Key);
        Assert.Null(PlanFiles.Load(Path.Combine(folder, "nowhere")).Plan);
    }

    private (string File, int Line, string Key) Place()
    {
        var problem = Assert.Single(PlanFiles.Load(folder).Problems);
        return (problem.File, problem.Line, problem.Key);
    }
}
