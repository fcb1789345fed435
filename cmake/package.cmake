# SPDX-License-Identifier: GPL-3.0-or-later
# `cmake --build --preset release --target package`: what `cmake --install` installs, as a .deb.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "the Rebond maintainers")
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/cmake/packager.cmake)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "coach in the terminal for the hours after a job interview")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Asks a few questions about how a job interview went and gives a plan with
dates, messages to send and a page of lessons, in French and in English.
Whoever has news comes back, and the plan follows. Nothing leaves the
computer. What is asked and advised is data, which counsellors can edit.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
# Asked for by its name, the only component leaves the list of what was installed, for uninstall, alone.
set(CPACK_INSTALL_CMAKE_PROJECTS ${CMAKE_BINARY_DIR} rebond Unspecified /)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS less)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/cmake/debian.cmake)
include(CPack)
