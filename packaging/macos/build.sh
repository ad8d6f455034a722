#!/usr/bin/env bash
# Builds the application and its disk image on macOS 13 or later, with Python 3.12 or 3.13: packaging/macos/build.sh
#
#   SIGN_IDENTITY     "Developer ID Application: ...": signs; without it the program runs only where it was built, or
#                     after a person allows it in the settings of the system
#   NOTARY_PROFILE    a profile stored by `xcrun notarytool store-credentials`: has the image notarised, and staples it

set -euo pipefail
cd "$(dirname "$0")/../.."
app="dist/Mission GUI.app"
rm -rf "$app"

python3 -m pip install --quiet -r requirements.lock
python3 packaging/build.py frozen
version=$(python3 -c 'import mission_gui; print(mission_gui.__version__)')
plutil -replace CFBundleShortVersionString -string "$version" "$app/Contents/Info.plist"
plutil -replace CFBundleVersion -string "$version" "$app/Contents/Info.plist"
cp dist/mission-gui/LICENCES.txt dist/mission-gui/sbom.cdx.json "$app/Contents/Resources/"

sign=(codesign --force --sign "${SIGN_IDENTITY:--}")
if [ -n "${SIGN_IDENTITY:-}" ]; then
    sign+=(--timestamp --options runtime --entitlements packaging/macos/entitlements.plist)
fi
# From the inside out: what is signed already must not change any more.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -exec "${sign[@]}" {} +
"${sign[@]}" "$app"
codesign --verify --deep --strict "$app"

QT_QPA_PLATFORM=offscreen "$app/Contents/MacOS/mission-gui" shot soyuz-ms-19 --at undocking -o dist/smoke.png
rm dist/smoke.png

image=dist/mission-gui-$version.dmg
stage=$(mktemp -d)
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -volname "Mission GUI" -srcfolder "$stage" -format ULMO "$image"
rm -r "$stage"

if [ -n "${SIGN_IDENTITY:-}" ]; then codesign --sign "$SIGN_IDENTITY" --timestamp "$image"; fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
python3 packaging/build.py sums
