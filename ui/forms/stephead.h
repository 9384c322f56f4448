// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/formhouse.h>
#include <rules/decide.h>

#include <QWidget>

namespace huiyin {

/// What stands above the fields of a step: its name, where it stands in the approval chain, for
/// whom it is taken, the clauses behind it.
class StepHead : public QWidget
{
    Q_OBJECT

public:
    StepHead(const FormHouse &house, const StepOffer &offer, QWidget *parent);

    /// `第 2 步，共 3 步：主管审核 → 行政人事审核 → 总经理核准`, empty outside a chain.
    [[nodiscard]] static QString chainWords(const FormHouse &house, const ChainPosition &position);
};

} // namespace huiyin
