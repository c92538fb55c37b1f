"""The network as networkx sees it: what was in force on a day, a projection of it, and metrics of that.

:mod:`graphmou.analysis.meanings` says in words what each projection and metric is, without importing networkx.
"""
