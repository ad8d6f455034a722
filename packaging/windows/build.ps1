# Builds the installer for Windows: powershell -File packaging\windows\build.ps1
#
# Needs Python 3.12 or 3.13 and Inno Setup 6. To sign, set SIGN_COMMAND to a command line of signtool in which $f stands
# for the file, for example: signtool sign /fd sha256 /tr <time stamp server> /td sha256 /n "<name of the certificate>" $f

$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Step { & $args[0] $args[1..($args.Length - 1)]; if ($LASTEXITCODE) { throw "$($args[0]) failed" } }

Invoke-Step python -m pip install --quiet -r requirements.lock
Invoke-Step python packaging/build.py frozen

if ($env:SIGN_COMMAND) {
    foreach ($name in "mission-gui.exe", "mission-gui-window.exe") {
        $file = (Resolve-Path "dist\mission-gui\$name").Path
        Invoke-Step cmd /c $env:SIGN_COMMAND.Replace('$f', "`"$file`"")
    }
}

Invoke-Step dist\mission-gui\mission-gui.exe --version
Invoke-Step dist\mission-gui\mission-gui.exe shot soyuz-ms-19 --at undocking -o dist\smoke.png
Remove-Item dist\smoke.png

$version = python -c "import mission_gui; print(mission_gui.__version__)"
$compiler = if ($env:ISCC) { $env:ISCC } else { "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" }
$options = @("/DVersion=$version")
if ($env:SIGN_COMMAND) { $options += "/DSign=own", "/Sown=$env:SIGN_COMMAND" }
Invoke-Step $compiler @options packaging\windows\mission-gui.iss
Invoke-Step python packaging/build.py sums
