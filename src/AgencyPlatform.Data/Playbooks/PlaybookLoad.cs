using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Data.Playbooks;

/// <summary>One thing that is wrong in a playbook folder, with the place where it can be mended.</summary>
/// <param name="File">Path inside the folder.</param>
/// <param name="Line">1-based; 0 where the whole file is meant.</param>
/// <param name="Key">Path of the value, such as <c>categories.ACC-AHR.clocks.0.unit</c>.</param>
public sealed record PlaybookProblem(string File, int Line, string Key, string Reason)
{
    public override string ToString() => $"{File}({Line}): {Key}: {Reason}";
}

/// <summary>The outcome of reading a playbook folder: the playbook, or everything that is wrong with it.</summary>
public sealed record PlaybookLoad(Playbook? Playbook, IReadOnlyList<PlaybookProblem> Problems);
