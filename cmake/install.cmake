# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where, and how it is taken away again. The program finds share/ beside
# its own folder, so the whole may be moved.
install(TARGETS rebond)
install(DIRECTORY content/ DESTINATION ${CMAKE_INSTALL_DATADIR}/rebond/content
  FILES_MATCHING PATTERN "*.xml" PATTERN "*.rng")
install(FILES README.md PRIVACY.md CHANGELOG.md LICENSE content/GUIDE.md content/FORMAT.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${CMAKE_BINARY_DIR}/manual/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})
set(completions ${CMAKE_BINARY_DIR}/manual/completions)
install(FILES ${completions}/rebond DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completions}/_rebond DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${completions}/rebond.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# `cmake --build --preset release --target uninstall`: what the last installation wrote down.
add_custom_target(uninstall
  COMMAND ${CMAKE_COMMAND} -D MANIFEST=${CMAKE_BINARY_DIR}/install_manifest.txt
    -P ${CMAKE_SOURCE_DIR}/cmake/uninstall.cmake
  VERBATIM)
