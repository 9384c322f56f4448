// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>
#include <models/uiground.h>

#include <QObject>

#include <functional>

namespace huiyin {

/// What a form may ask of the house. Filled from a desk by formHouse(); tests fill it by hand.
struct FormHouse
{
    UiGround ground;
    Regulation regulation; ///< in force for new cases: its kinds and categories are the choices
    QString officeName;
    const CaseReader *reader = nullptr;
    CaseLog *log = nullptr;
    RandomSource random;
    std::function<QVector<Clock>(const ComplaintDraft &)> preview;
    std::function<Findings(const ComplaintDraft &)> check;
    std::function<Result<QVector<CountedDay>>(const Clock &)> why;
};

/// The house as the desk gives it. \param library  the one the desk was built with
[[nodiscard]] FormHouse formHouse(Desk &desk,
                                  std::shared_ptr<const Library> library,
                                  RandomSource random,
                                  Language language);

} // namespace huiyin
