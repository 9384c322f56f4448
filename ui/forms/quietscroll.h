// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QScrollArea;
class QWidget;

namespace huiyin {

/// Scrolls `content`, which it takes over: no frame of its own, the content as wide as there is
/// room, and Tab goes past it to what stands inside.
[[nodiscard]] QScrollArea *quietScroll(QWidget *content, QWidget *parent);

} // namespace huiyin
