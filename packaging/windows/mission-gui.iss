; The installer for Windows, made by Inno Setup 6 of the frozen folder. Run by build.ps1.
; It installs for the user alone, without an administrator; /ALLUSERS on its command line does for all.

#ifndef Version
  #error "give /DVersion=..."
#endif

[Setup]
AppId={{0E5A3D0C-6B5B-4B69-9C2B-6A1D5E3B8F19}
AppName=Mission GUI
AppVersion={#Version}
AppPublisher=The Mission GUI developers
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Mission GUI
DefaultGroupName=Mission GUI
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\resources\icons\mission-gui.ico
UninstallDisplayIcon={app}\mission-gui-window.exe
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
ChangesEnvironment=yes
WizardStyle=modern
OutputDir=..\..\dist
OutputBaseFilename=mission-gui-{#Version}-setup
#ifdef Sign
SignTool={#Sign}
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ru"; MessagesFile: "compiler:Languages\Russian.isl"

[CustomMessages]
en.AddToPath=Make the command mission-gui known to the command line
ru.AddToPath=Сделать команду mission-gui известной командной строке

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "path"; Description: "{cm:AddToPath}"; Flags: unchecked

[Files]
Source: "..\..\dist\mission-gui\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; An older version's libraries must not be found beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Mission GUI"; Filename: "{app}\mission-gui-window.exe"; AppUserModelID: "MissionGUI.MissionGUI"
Name: "{autodesktop}\Mission GUI"; Filename: "{app}\mission-gui-window.exe"; AppUserModelID: "MissionGUI.MissionGUI"; Tasks: desktopicon

[Registry]
; Links to a moment of a mission.
Root: HKA; Subkey: "Software\Classes\mission-gui"; ValueType: string; ValueData: "URL:Mission GUI"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\mission-gui"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\mission-gui\shell\open\command"; ValueType: string; ValueData: """{app}\mission-gui-window.exe"" ""%1"""
; "Open with" for mission files, without taking .toml away from an editor.
Root: HKA; Subkey: "Software\Classes\Applications\mission-gui-window.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Mission GUI"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\mission-gui-window.exe\SupportedTypes"; ValueType: string; ValueName: ".toml"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\mission-gui-window.exe\shell\open\command"; ValueType: string; ValueData: """{app}\mission-gui-window.exe"" ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsMissingFromPath

[Run]
Filename: "{app}\mission-gui-window.exe"; Description: "{cm:LaunchProgram,Mission GUI}"; Flags: nowait postinstall skipifsilent

[Code]
// Settings and missions of the user lie elsewhere and are left alone, also when the program is removed.

function IsMissingFromPath: Boolean;
var
  Path: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Path) + ';') = 0;
end;
