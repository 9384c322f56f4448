// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace huiyin {

/// Shows option cells to screen readers and to checks from outside: the cell is a named group that
/// says what is chosen, every choice a radio button or a check box that can be pressed. A switch is
/// one check box. Call once before the first cell; more calls do nothing.
void installOptionAccess();

} // namespace huiyin
